package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import edgeai.settings.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;

/**
 * An embedded H2 database, its schema migrated by Flyway when it is opened. A commit is on disk
 * before it is answered. Each server makes a bean of it.
 */
public class FileDatabase {
  private static final Logger LOG = Logger.getLogger(FileDatabase.class.getName());
  private static final int CONNECTIONS = 10;

  /** Between two tries to open it again, however many ask. */
  private static final Duration REOPEN_PAUSE = Duration.ofMillis(500);

  private final Lock reopening = new ReentrantLock();
  private String url;
  private long triedAt;
  private volatile HikariDataSource pool;

  /** What is done with a connection. */
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Turns the current row into a value. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Opens the database in this folder, a new one where there is none; ends the process where it
   * cannot.
   *
   * @param folder {@code DATA_DIR}
   */
  protected void open(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      // WRITE_DELAY=0: a commit is on disk before it is answered;
      // OPTIMIZE_REUSE_RESULTS=0: rows that were read are not kept in memory
      url =
          "jdbc:h2:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0"
              .formatted(FolderOfAnyName.address(folder.resolve(name)));
      pool = open(url);
      Flyway.configure(FileDatabase.class.getClassLoader())
          .dataSource(pool)
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (IOException | RuntimeException e) {
      throw StartRefusal.refuse("DATA_DIR=%s cannot be used: %s".formatted(folder, rootCause(e)));
    }
  }

  private static HikariDataSource open(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setDriverClassName("org.h2.Driver");
    config.setUsername("sa");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(10_000);
    config.setPoolName("ledger");
    return new HikariDataSource(config);
  }

  protected void close() {
    if (pool != null) {
      pool.close();
    }
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  public <T> T read(Work<T> work) {
    try {
      return read(pool, work);
    } catch (SQLException e) {
      return readAgain(work, e);
    }
  }

  private <T> T readAgain(Work<T> work, SQLException failure) {
    if (!reopened()) {
      throw new DatabaseException(failure);
    }
    try {
      return read(pool, work);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  private static <T> T read(HikariDataSource from, Work<T> work) throws SQLException {
    try (Connection connection = from.getConnection()) {
      return work.with(connection);
    }
  }

  /** Runs {@code work} as one transaction; nothing of it lasts where it throws. */
  public <T> T transaction(Work<T> work) throws SQLException {
    try {
      return transaction(pool, work);
    } catch (SQLException e) {
      reopened();
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
      } catch (SQLException | RuntimeException e) {
        rollBack(connection, e);
        throw e;
      }
    }
  }

  private static void rollBack(Connection connection, Exception why) {
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
    HikariDataSource failed = pool;
    if (answers(failed)) {
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
      HikariDataSource next = open(url);
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

  private static boolean answers(HikariDataSource asked) {
    try {
      return read(
          asked,
          connection -> {
            try (PreparedStatement statement = connection.prepareStatement("select 1")) {
              return statement.execute();
            }
          });
    } catch (SQLException e) {
      return false;
    }
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return read(connection -> list(connection, sql, reader, parameters));
  }

  /** What a question finds, within a transaction. */
  public static <T> List<T> list(
      Connection connection, String sql, RowReader<T> reader, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rows.add(reader.read(row));
        }
      }
      return rows;
    }
  }

  /** Runs one changing statement within a transaction. */
  public static int update(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** Whether a question finds a row, within a transaction. */
  public static boolean exists(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }

  private static String rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }
}
