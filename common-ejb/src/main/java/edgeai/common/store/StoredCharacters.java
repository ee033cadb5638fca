package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * How much a column of a table holds together, so that clients cannot fill a disk with few rows
 * that are large. Counted along, and anew where that matters, since what was added may have been
 * taken back. For the writer's thread.
 */
public final class StoredCharacters {
  private final String sum;
  private final long most;
  private long about = -1;

  /**
   * @param table of the schema
   * @param column of it
   * @param most of all rows together
   */
  public StoredCharacters(String table, String column, long most) {
    this.sum = "select coalesce(sum(char_length(%s)), 0) from %s".formatted(column, table);
    this.most = most;
  }

  /**
   * Rows were added within this transaction.
   *
   * @return how much there is too much, 0 where there is room
   */
  public long excess(Connection connection, long added) throws SQLException {
    about += added;
    if (about - added < 0 || about > most) {
      about = ServerDatabase.list(connection, sum, row -> row.getLong(1)).get(0);
    }
    return Math.max(0, about - most);
  }

  /** Rows were removed within this transaction. */
  public void removed(long characters) {
    about -= characters;
  }
}
