package edgeai.cli.config;

import edgeai.settings.Catalogue;
import edgeai.settings.Program;
import edgeai.settings.Setting;
import edgeai.settings.SettingSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What all settings are, or those of one server. */
public record EffectiveSettings(List<EffectiveSetting> settings) {

  /**
   * Looks all of them up.
   *
   * @param program who reads them, empty for everybody
   */
  public static EffectiveSettings of(SettingSource source, Optional<Program> program) {
    List<Setting<?>> wanted = program.map(Catalogue::of).orElseGet(Catalogue::all);
    return new EffectiveSettings(
        wanted.stream().map(setting -> EffectiveSetting.of(setting, source)).toList());
  }

  /** In lines, for people or for programs. */
  public Stream<String> lines(boolean json) {
    return json ? ConfigJson.of(settings).toPrettyString().lines() : ConfigText.lines(settings);
  }

  /** Whether each value is one that may stand there. */
  public boolean areUsable() {
    return complaints().isEmpty();
  }

  /** Why values cannot be used, a sentence for each of those. */
  public List<String> complaints() {
    return settings.stream().flatMap(setting -> setting.complaint().stream()).distinct().toList();
  }
}
