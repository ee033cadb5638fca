package edgeai.common.store;

import java.util.Optional;

/**
 * Where a PostgreSQL is, and as whom it is used.
 *
 * @param url as JDBC has it, without user and password
 * @param password empty where it asks for none
 */
record PostgresAddress(String url, String user, Optional<String> password) {
  /** Not the password: it would stand in logs. */
  @Override
  public String toString() {
    return "%s as %s".formatted(url, user);
  }
}
