package edgeai.cli.config;

import edgeai.settings.InvalidSettingException;
import edgeai.settings.Origin;
import edgeai.settings.Program;
import edgeai.settings.Setting;
import edgeai.settings.SettingReader;
import edgeai.settings.SettingSource;
import java.util.List;
import java.util.Optional;

/**
 * What a setting is, and why.
 *
 * @param value as it may be shown, empty where nothing counts
 * @param standard the default in words
 * @param allowed what may stand there
 * @param complaint why the value cannot be used, empty where it can
 */
record EffectiveSetting(
    String name,
    List<String> programs,
    Optional<String> value,
    Origin origin,
    String standard,
    String allowed,
    String meaning,
    Optional<String> complaint) {

  static EffectiveSetting of(Setting<?> setting, SettingSource source) {
    SettingReader in = SettingReader.of(source);
    Optional<String> value;
    Optional<String> complaint = Optional.empty();
    try {
      value = in.written(setting);
    } catch (InvalidSettingException e) {
      value = source.find(setting.name()).map(given -> given.value().strip());
      complaint = Optional.of(e.getMessage());
    }
    return new EffectiveSetting(
        setting.name(),
        setting.programs().stream().sorted().map(Program::word).toList(),
        value.map(setting::shown),
        in.origin(setting),
        setting.defaultInWords(),
        setting.kind().allowed(),
        setting.meaning(),
        complaint);
  }
}
