package edgeai.settings;

import java.util.Optional;
import java.util.function.Function;

/**
 * What counts where a setting is not set.
 *
 * @param words for tables, empty where the value says it
 * @param of gives the value from other settings, empty where nothing counts
 */
public record Fallback<T>(Optional<String> words, Function<SettingReader, Optional<T>> of) {

  static <T> Fallback<T> to(T value) {
    return new Fallback<>(Optional.empty(), in -> Optional.of(value));
  }

  /** A value that is better read in another way than it is written. */
  static <T> Fallback<T> to(T value, String words) {
    return new Fallback<>(Optional.of(words), in -> Optional.of(value));
  }

  static <T> Fallback<T> none() {
    return new Fallback<>(Optional.empty(), in -> Optional.empty());
  }

  /** What counts then is not found here, such as a model that is fetched. */
  static <T> Fallback<T> none(String words) {
    return new Fallback<>(Optional.of(words), in -> Optional.empty());
  }

  /** A value that this machine, or another setting, makes. */
  static <T> Fallback<T> made(String words, Function<SettingReader, T> of) {
    return new Fallback<>(Optional.of(words), of.andThen(Optional::of));
  }

  /** As {@link #made}, where there may be none. */
  static <T> Fallback<T> perhaps(String words, Function<SettingReader, Optional<T>> of) {
    return new Fallback<>(Optional.of(words), of);
  }

  /** The value where it needs no words. */
  public Optional<T> value() {
    return of.apply(SettingReader.NOTHING_SET);
  }
}
