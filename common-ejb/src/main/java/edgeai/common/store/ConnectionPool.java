package edgeai.common.store;

import com.zaxxer.hikari.HikariDataSource;
import edgeai.common.store.ServerDatabase.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The connections to a database. One that has closed itself is opened again by the next who asks,
 * as H2 closes itself when it cannot write.
 */
final class ConnectionPool implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(ConnectionPool.class.getName());

  /** Between two tries to open it again, however many ask. */
  private static final Duration REOPEN_PAUSE = Duration.ofMillis(500);

  private final Dialect dialect;
  private final Lock reopening = new ReentrantLock();
  private long triedAt;
  private volatile boolean closed;
  private volatile Connections pool;

  private ConnectionPool(Dialect dialect) {
    this.dialect = dialect;
    this.pool = dialect.open();
  }

  static ConnectionPool open(Dialect dialect) {
    return new ConnectionPool(dialect);
  }

  /** Shows to Prometheus how far they are taken. */
  void show() {
    new PoolFigures(() -> pool).register();
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  <T> T read(Work<T> work) {
    try {
      return read(pool.readers(), work);
    } catch (SQLException e) {
      return readAgain(work, e);
    }
  }

  private <T> T readAgain(Work<T> work, SQLException failure) {
    if (!isMended(failure)) {
      throw new DatabaseException(failure);
    }
    try {
      return read(pool.readers(), work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Whether another try may find it open; of a lost connection the pool makes a new one itself. */
  private boolean isMended(SQLException failure) {
    return dialect.closesItself() ? reopened() : !closed && Connections.isLost(failure);
  }

  private static <T> T read(HikariDataSource from, Work<T> work) throws SQLException {
    try (Connection connection = from.getConnection()) {
      return work.with(connection);
    }
  }

  /** Runs {@code work} on the writer's connection, each statement its own transaction. */
  <T> T maintain(Work<T> work) throws SQLException {
    return read(pool.writer(), work);
  }

  /** Runs {@code work} on a connection that sees one moment of the database, however long it is. */
  <T> T snapshot(Work<T> work) throws SQLException {
    return snapshot(pool.readers(), work);
  }

  static <T> T snapshot(HikariDataSource from, Work<T> work) throws SQLException {
    try (Connection connection = from.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
      try {
        return work.with(connection);
      } finally {
        connection.rollback();
      }
    }
  }

  /**
   * Runs {@code work} as one transaction on the writer's connection; nothing of it lasts where it
   * throws.
   */
  <T> T transaction(Work<T> work) throws SQLException {
    try {
      return transaction(pool.writer(), work);
    } catch (SQLException e) {
      if (dialect.closesItself()) {
        reopened();
      }
      throw e;
    }
  }

  private static <T> T transaction(HikariDataSource from, Work<T> work) throws SQLException {
    try (Connection connection = from.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T value = work.with(connection);
        connection.commit();
        return value;
      } catch (SQLException | RuntimeException | Error e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Throwable why) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Opens the database again where it has closed itself, as H2 does when it cannot write: it
   * forgets the closed one only once all connections to it are closed, and would say for ever that
   * it is closed. False where it is open, or cannot be opened yet.
   */
  private boolean reopened() {
    Connections failed = pool;
    if (closed || answers(failed)) {
      return false;
    }
    reopening.lock();
    try {
      if (pool != failed) {
        return true;
      }
      if (triedAt != 0 && System.nanoTime() - triedAt < REOPEN_PAUSE.toNanos()) {
        return false;
      }
      triedAt = System.nanoTime();
      failed.close();
      Connections next = dialect.open();
      if (!answers(next)) {
        next.close();
        return false;
      }
      pool = next;
      LOG.info("the database had closed itself and is open again");
      return true;
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, "the database cannot be opened again yet", e);
      return false;
    } finally {
      reopening.unlock();
    }
  }

  private static boolean answers(Connections asked) {
    try {
      return read(
          asked.writer(),
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select 1")) {
              return statement.execute();
            }
          });
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed = true; // whoever fails over that must not open it again
    pool.close();
  }
}
