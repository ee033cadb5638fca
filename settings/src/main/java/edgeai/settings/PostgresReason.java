package edgeai.settings;

import java.sql.SQLException;
import java.util.Map;

/** Why PostgreSQL could not be opened, as an operator reads it: in one line, with the way out. */
public final class PostgresReason {
  /** SQLState of a schema that another server has. */
  public static final String TAKEN = "55006";

  private static final String UNREACHED =
      "nothing answers there (%s): does PostgreSQL run, and does a firewall let this through?";

  private static final Map<String, String> WORDS =
      Map.of(
          "28P01",
          "the password of %s is wrong: DB_PASSWORD, or the file DB_PASSWORD_FILE",
          "28000",
          "it does not let %s in from here: pg_hba.conf there says who may come",
          "3D000",
          "there is no database of that name: createdb makes one",
          "42501",
          "%s may not do what is needed there: it has to own the database, or its schema",
          "53300",
          "it has no connection left: max_connections there, 13 are needed here",
          "57P03",
          "it is starting or ending, for more than ten seconds",
          TAKEN,
          "another server of this kind uses it: end that one, or choose another database");

  private PostgresReason() {}

  /**
   * @param failure of a connection, or what wraps it
   * @param user who it was opened as
   */
  public static String of(Throwable failure, String user) {
    SQLException cause = deepest(failure);
    if (cause == null) {
      return String.valueOf(failure.getMessage());
    }
    String state = String.valueOf(cause.getSQLState());
    String words = WORDS.get(state);
    if (words != null) {
      return words.formatted(user);
    }
    String said = String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
    return state.startsWith("08") ? UNREACHED.formatted(said) : said;
  }

  /** The failure of the database that is deepest within another, null where there is none. */
  public static SQLException deepest(Throwable failure) {
    SQLException found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      found = cause instanceof SQLException one ? one : found;
    }
    return found;
  }
}
