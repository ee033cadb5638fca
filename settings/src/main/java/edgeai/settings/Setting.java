package edgeai.settings;

import java.util.Set;

/**
 * Something that may be set. A name may stand for several settings where programs mean different
 * things by it, but for one per program.
 *
 * @param name of the environment variable
 * @param fallback what counts where it is not set
 * @param programs who reads it
 * @param meaning one sentence for operators
 * @param secrecy what of its value is shown to nobody
 */
public record Setting<T>(
    String name,
    Kind<T> kind,
    Fallback<T> fallback,
    Set<Program> programs,
    String meaning,
    Secrecy secrecy) {
  /** What of a value is shown to nobody. */
  enum Secrecy {
    NOTHING,
    ADDRESSES,
    EVERYTHING
  }

  static <T> Setting<T> of(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning, Program... programs) {
    return new Setting<>(name, kind, fallback, Set.of(programs), meaning, Secrecy.NOTHING);
  }

  Setting<T> forServers() {
    return new Setting<>(name, kind, fallback, Program.servers(), meaning, secrecy);
  }

  /** An address in it may hold a password. */
  Setting<T> asSecret() {
    return new Setting<>(name, kind, fallback, programs, meaning, Secrecy.ADDRESSES);
  }

  /** It is a password. */
  Setting<T> asPassword() {
    return new Setting<>(name, kind, fallback, programs, meaning, Secrecy.EVERYTHING);
  }

  boolean isSecret() {
    return secrecy != Secrecy.NOTHING;
  }

  /** A value as it may be shown: of an address that may hold a password no more than its kind. */
  public String shown(String value) {
    if (secrecy == Secrecy.EVERYTHING) {
      return "...";
    }
    boolean address = value.contains("://") || value.contains("@") || value.contains("?");
    if (!isSecret() || !address) {
      return value;
    }
    int scheme = value.indexOf("://");
    return scheme > 0 ? value.substring(0, scheme) + "://..." : "...";
  }

  /** The default in words, for tables. */
  public String defaultInWords() {
    return fallback.words().orElseGet(() -> fallback.value().map(kind::written).orElse(""));
  }
}
