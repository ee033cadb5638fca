package edgeai.common.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import edgeai.common.settings.StartRefusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * An embedded H2 database, its schema migrated by Flyway when it is opened. A commit is on disk
 * before it is answered. Each server makes a bean of it.
 */
public class FileDatabase {
  private static final int CONNECTIONS = 10;

  private HikariDataSource pool;

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
      // WRITE_DELAY=0: a commit is on disk before it is answered
      pool =
          open(
              "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE"
                  .formatted(folder.resolve(name)));
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
    HikariDataSource opened = new HikariDataSource(config);
    Flyway.configure(FileDatabase.class.getClassLoader())
        .dataSource(opened)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    return opened;
  }

  protected void close() {
    if (pool != null) {
      pool.close();
    }
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  public <T> T read(Work<T> work) {
    try (Connection connection = pool.getConnection()) {
      return work.with(connection);
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs {@code work} as one transaction; nothing of it lasts where it throws. */
  public <T> T transaction(Work<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T value = work.with(connection);
        connection.commit();
        return value;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return read(
        connection -> {
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
        });
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
