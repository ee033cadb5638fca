package edgeai.common.settings;

import edgeai.settings.Configuration;
import edgeai.settings.SettingReader;
import edgeai.settings.SettingSource;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads settings of a server: from MicroProfile Config, and from the file in its DATA_DIR. */
public final class ServerSource {
  private static final Logger LOG = Logger.getLogger(ServerSource.class.getName());

  private ServerSource() {}

  /**
   * All that the server is set to.
   *
   * @throws edgeai.settings.InvalidSettingException where a file cannot be used
   */
  public static SettingReader reader() {
    return configuration().reader();
  }

  /**
   * The same, said in the log as far as it does not stand in the environment.
   *
   * @throws edgeai.settings.InvalidSettingException where a file cannot be used
   */
  public static SettingReader readerOfStart() {
    Configuration configuration = configuration();
    configuration.files().forEach(file -> LOG.log(Level.INFO, "settings of {0}", file));
    configuration.notes().forEach(LOG::info);
    return configuration.reader();
  }

  /**
   * As {@link #reader}, without MicroProfile Config, which is made later than what asks here.
   *
   * @throws edgeai.settings.InvalidSettingException where a file cannot be used
   */
  public static SettingReader readerOfEnvironment() {
    return Configuration.ofServer(
            SettingSource.environment(
                name -> {
                  String property = System.getProperty(name);
                  return property == null ? System.getenv(name) : property;
                }))
        .reader();
  }

  /**
   * System properties, environment variables and secrets come first. Values are taken as they are
   * written: a path or a password may hold what would be an expression there.
   */
  private static Configuration configuration() {
    return Configuration.ofServer(
        SettingSource.environment(
            name -> ConfigProvider.getConfig().getConfigValue(name).getRawValue()));
  }
}
