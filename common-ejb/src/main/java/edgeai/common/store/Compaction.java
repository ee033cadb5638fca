package edgeai.common.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;

/**
 * Keeps the file of an H2 database near the size of what is in it. H2 appends each commit as a
 * chunk and takes the space of a chunk again once nothing in it is of use; what makes it so is a
 * background thread, which H2 leaves out where commits are not delayed. This does its work: live
 * pages of sparse chunks are written anew.
 */
final class Compaction {
  private static final Logger LOG = Logger.getLogger(Compaction.class.getName());

  private static final long EVERY_NS = Duration.ofSeconds(10).toNanos();

  /** Percent of the chunks' bytes that are of use; below it they are compacted. */
  private static final int FILL_RATE = 60;

  /** Live bytes written anew at a time, which bounds how long a commit may wait for it. */
  private static final int BYTES = 8 << 20;

  private long ranAt = System.nanoTime();
  private boolean failing;

  /** One step of it where the last was a while ago. A step that fails is left to the next. */
  void stepIfDue(ConnectionPool database) {
    long now = System.nanoTime();
    if (now - ranAt < EVERY_NS) {
      return;
    }
    ranAt = now;
    try {
      database.maintain(Compaction::step);
      failing = false;
    } catch (SQLException | RuntimeException e) {
      LOG.log(failing ? Level.FINE : Level.WARNING, "the database was not compacted", e);
      failing = true;
    }
  }

  /** True where something was written anew. */
  static boolean step(Connection connection) throws SQLException {
    SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    MVStore store = session.getDatabase().getStore().getMvStore();
    return store.compact(FILL_RATE, BYTES);
  }
}
