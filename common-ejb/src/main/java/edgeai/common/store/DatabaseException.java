package edgeai.common.store;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public final class DatabaseException extends RuntimeException {
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
}
