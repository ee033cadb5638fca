package edgeai.common.store;

import edgeai.access.PrivateFiles;
import edgeai.settings.StartRefusal;
import java.io.IOException;
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
  private ConnectionPool connections;

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
      PrivateFiles.makeFolder(folder);
      // WRITE_DELAY=0: a commit is on disk before it is answered;
      // OPTIMIZE_REUSE_RESULTS=0: rows that were read are not kept in memory
      String url =
          "jdbc:h2:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0"
              .formatted(FolderOfAnyName.address(folder.resolve(name)));
      connections = ConnectionPool.open(url, DatabasePassword.in(folder, name));
      Flyway.configure(FileDatabase.class.getClassLoader())
          .dataSource(connections.source())
          .locations("classpath:db/migration")
          .load()
          .migrate();
    } catch (IOException | RuntimeException e) {
      throw StartRefusal.refuse("DATA_DIR=%s cannot be used: %s".formatted(folder, rootCause(e)));
    }
  }

  protected void close() {
    if (connections != null) {
      connections.close();
    }
  }

  /** Shows to Prometheus how far its connections are taken. */
  public void showConnections() {
    connections.show();
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  public <T> T read(Work<T> work) {
    return connections.read(work);
  }

  /** Runs {@code work} on the writer's connection, each statement its own transaction. */
  public <T> T maintain(Work<T> work) throws SQLException {
    return connections.maintain(work);
  }

  /**
   * Runs {@code work} as one transaction; nothing of it lasts where it throws. There is one
   * connection for it, so that no reader keeps a writer waiting.
   */
  public <T> T transaction(Work<T> work) throws SQLException {
    return connections.transaction(work);
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
