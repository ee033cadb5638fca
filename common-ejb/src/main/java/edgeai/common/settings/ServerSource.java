package edgeai.common.settings;

import edgeai.settings.SettingReader;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings of a server from MicroProfile Config. */
public final class ServerSource {
  private ServerSource() {}

  /**
   * Reads system properties, environment variables and secrets. Values are taken as they are
   * written: a path or a password may hold what would be an expression there.
   */
  public static SettingReader reader() {
    return new SettingReader(name -> ConfigProvider.getConfig().getConfigValue(name).getRawValue());
  }
}
