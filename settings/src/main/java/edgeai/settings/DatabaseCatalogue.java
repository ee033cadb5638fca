package edgeai.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** In which database coordinator and admin server keep what they have. */
public final class DatabaseCatalogue {
  private static final int LONGEST_PASSWORD = 1_024;

  private static final String AN_ADDRESS =
      "an address such as jdbc:postgresql://db.example.org:5432/edge, without user, password and"
          + " currentSchema (DB_USER, DB_PASSWORD or DB_PASSWORD_FILE; a schema per server)";

  private static final Pattern ADDRESS =
      Pattern.compile("jdbc:postgresql://[^/@\\s]+/[^/@\\s?]+(\\?[^@\\s]*)?");

  private static final Pattern OF_OTHER_SETTINGS =
      Pattern.compile("[?&](user|password|sslpassword|currentschema)=");

  public static final Setting<String> DB_URL =
      of(
          "DB_URL",
          new Kind<>(AN_ADDRESS, DatabaseCatalogue::address, value -> value),
          Fallback.none("a file in `DATA_DIR`"),
          "the PostgreSQL database, whose schemas `coordinator` and `admin` they make; parameters of"
              + " its JDBC driver may follow, such as ?sslmode=verify-full");

  public static final Setting<String> DB_USER =
      of(
          "DB_USER",
          Kind.matching("\\p{Graph}{1,128}", "1 to 128 characters without blanks"),
          Fallback.none(),
          "who they are there; needed with `DB_URL`");

  public static final Setting<String> DB_PASSWORD =
      of(
              "DB_PASSWORD",
              Kind.text(),
              Fallback.none("none"),
              "its password, where it does not stand in a file")
          .asPassword();

  public static final Setting<Path> DB_PASSWORD_FILE =
      of("DB_PASSWORD_FILE", Kind.path(), Fallback.none("none"), "the file with its password");

  static final List<Setting<?>> ALL = List.of(DB_URL, DB_USER, DB_PASSWORD, DB_PASSWORD_FILE);

  private DatabaseCatalogue() {}

  private static <T> Setting<T> of(
      String name, Kind<T> kind, Fallback<T> fallback, String meaning) {
    return Setting.of(name, kind, fallback, meaning, Program.COORDINATOR, Program.ADMIN);
  }

  /** What may hold a password is not repeated. */
  private static String address(String name, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean ours = !OF_OTHER_SETTINGS.matcher(lower).find();
    if (!ours || !ADDRESS.matcher(value).matches()) {
      boolean harmless = ours && !value.contains("@") && !lower.contains("password");
      throw new InvalidSettingException(name, harmless ? value : "...", AN_ADDRESS);
    }
    return value;
  }

  /**
   * The password that is set, in whichever way.
   *
   * @throws InvalidSettingException where it is set in both, or the file cannot be used
   */
  public static Optional<String> password(SettingReader in) {
    Optional<String> typed = in.given(DB_PASSWORD);
    Optional<Path> file = in.given(DB_PASSWORD_FILE);
    if (typed.isPresent() && file.isPresent()) {
      throw new InvalidSettingException(
          DB_PASSWORD.name(), "...", "DB_PASSWORD_FILE is set, too: leave one out");
    }
    return typed.or(() -> file.map(DatabaseCatalogue::read));
  }

  private static String read(Path file) {
    String allowed = "a file with a password of up to %,d characters".formatted(LONGEST_PASSWORD);
    try {
      String text = Files.size(file) > LONGEST_PASSWORD ? "" : Files.readString(file).strip();
      if (!text.isEmpty()) {
        return text;
      }
    } catch (IOException e) {
      throw new InvalidSettingException(DB_PASSWORD_FILE.name(), file + " (" + e + ")", allowed);
    }
    throw new InvalidSettingException(DB_PASSWORD_FILE.name(), file.toString(), allowed);
  }
}
