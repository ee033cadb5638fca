package edgeai.common.store;

import java.sql.SQLException;
import java.util.Set;

/** The database did not do what it was asked. */
public final class DatabaseException extends RuntimeException {
  /** Classes of SQLState: 21 and 22 are data, 23 is integrity, 42 syntax, 54 what is too large. */
  private static final Set<String> STATEMENTS_FAULT = Set.of("21", "22", "23", "42", "54");

  public DatabaseException(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** What is at the bottom of a failure, such as {@code No space left on device}. */
  static String reason(SQLException e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** As the static one, of this failure. */
  String reason() {
    return reason((SQLException) getCause());
  }

  /** Whether the statement, or what it writes, is wrong, however often it is tried. */
  static boolean isStatementsFault(SQLException e) {
    String state = e.getSQLState();
    return state != null && state.length() > 1 && STATEMENTS_FAULT.contains(state.substring(0, 2));
  }

  /** As the static one, of this failure. */
  boolean isStatementsFault() {
    return isStatementsFault((SQLException) getCause());
  }
}
