package edgeai.admin.settings;

import edgeai.common.fixture.BothDatabases;
import edgeai.settings.SettingReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The usual settings, save those a test names. */
public final class AdminTestSettings {
  private AdminTestSettings() {}

  /**
   * @param changes names and values in turn
   */
  public static AdminSettings with(String... changes) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < changes.length; i += 2) {
      values.put(changes[i], changes[i + 1]);
    }
    return AdminSettings.read(new SettingReader(values::get));
  }

  public static AdminSettings in(Path dataDir) {
    return AdminSettings.read(new SettingReader(BothDatabases.settings(dataDir)::get));
  }
}
