package edgeai.coordinator.settings;

import edgeai.common.fixture.BothDatabases;
import edgeai.settings.SettingReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The usual settings, save those a test names. */
public final class TestSettings {
  private TestSettings() {}

  /**
   * @param changes names and values in turn
   */
  public static CoordinatorSettings with(String... changes) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < changes.length; i += 2) {
      values.put(changes[i], changes[i + 1]);
    }
    return CoordinatorSettings.read(new SettingReader(values::get));
  }

  public static CoordinatorSettings in(Path dataDir) {
    return CoordinatorSettings.read(new SettingReader(BothDatabases.settings(dataDir)::get));
  }
}
