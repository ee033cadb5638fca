package edgeai.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what is set; an empty value counts as unset, a bad one stops the start. */
public final class SettingReader {
  static final SettingReader NOTHING_SET = new SettingReader(name -> null);

  private final UnaryOperator<String> source;

  /**
   * @param source gives the value of a name, null where it has none
   */
  public SettingReader(UnaryOperator<String> source) {
    this.source = source;
  }

  /**
   * What the operator set.
   *
   * @throws InvalidSettingException where it cannot be used
   */
  public <T> Optional<T> given(Setting<T> setting) {
    return Optional.ofNullable(source.apply(setting.name()))
        .filter(value -> !value.isBlank())
        .map(value -> setting.kind().parse(setting.name(), value));
  }

  /** What the operator set, or else the default, if there is one. */
  public <T> Optional<T> find(Setting<T> setting) {
    return given(setting).or(() -> setting.fallback().of().apply(this));
  }

  /** What the operator set, or else the default of a setting that has one. */
  public <T> T value(Setting<T> setting) {
    return find(setting)
        .orElseThrow(() -> new IllegalArgumentException(setting.name() + " has no default"));
  }
}
