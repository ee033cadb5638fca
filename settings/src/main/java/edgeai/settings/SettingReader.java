package edgeai.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads what is set; an empty value counts as unset, a bad one stops the start. */
public final class SettingReader {
  static final SettingReader NOTHING_SET = of(name -> Optional.empty());

  private final SettingSource source;

  /**
   * @param values gives the value of a name, null where it has none
   */
  public SettingReader(UnaryOperator<String> values) {
    this(SettingSource.environment(values));
  }

  private SettingReader(SettingSource source) {
    this.source = source;
  }

  public static SettingReader of(SettingSource source) {
    return new SettingReader(source);
  }

  /**
   * What the operator set.
   *
   * @throws InvalidSettingException where it cannot be used
   */
  public <T> Optional<T> given(Setting<T> setting) {
    return source.find(setting.name()).map(given -> parse(setting, given));
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

  /** The value that counts as it would be written, empty where there is none. */
  public <T> Optional<String> written(Setting<T> setting) {
    return find(setting).map(setting.kind()::written);
  }

  /** Where the value comes from that counts. */
  public Origin origin(Setting<?> setting) {
    return source.find(setting.name()).map(Given::origin).orElse(Origin.DEFAULT);
  }

  private static <T> T parse(Setting<T> setting, Given given) {
    try {
      return setting.kind().parse(setting.name(), given.value());
    } catch (InvalidSettingException e) {
      InvalidSettingException shown =
          setting.isSecret()
              ? new InvalidSettingException(
                  setting.name(), setting.shown(given.value()), setting.kind().allowed())
              : e;
      throw shown.at(given.origin());
    }
  }
}
