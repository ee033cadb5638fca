package edgeai.settings;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Knows what was set, by name; what is set to nothing but blanks counts as not set. */
@FunctionalInterface
public interface SettingSource {
  Optional<Given> find(String name);

  /** The same, and what another one knows where this one knows nothing. */
  default SettingSource orElse(SettingSource other) {
    return name -> find(name).or(() -> other.find(name));
  }

  /**
   * The environment of a process, or what stands for it.
   *
   * @param values gives the value of a name, null where it has none
   */
  static SettingSource environment(UnaryOperator<String> values) {
    return name ->
        Optional.ofNullable(values.apply(name))
            .filter(value -> !value.isBlank())
            .map(value -> new Given(value, Origin.ENVIRONMENT));
  }
}
