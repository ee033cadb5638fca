package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Tells a group that is tried again from one that was committed although its answer got lost: each
 * leaves its mark in the transaction that writes it.
 */
public final class CommitMark {
  private final String text = UUID.randomUUID().toString();

  /** Leaves it; false where it is there already. Waits for a try that is still under way. */
  boolean isNew(Connection connection) throws SQLException {
    return ServerDatabase.update(
            connection, "update commit_mark set mark = ? where mark <> ?", text, text)
        > 0;
  }
}
