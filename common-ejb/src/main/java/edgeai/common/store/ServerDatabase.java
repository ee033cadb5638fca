package edgeai.common.store;

import edgeai.access.PrivateFiles;
import edgeai.settings.BackupFiles;
import edgeai.settings.InvalidSettingException;
import edgeai.settings.StartRefusal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The database of a server, its schema migrated by Flyway when it is opened. A commit is on disk
 * before it is answered. Each server makes a bean of it.
 */
public class ServerDatabase {
  private static final Logger LOG = Logger.getLogger(ServerDatabase.class.getName());

  private Dialect dialect;
  private ConnectionPool connections;
  private Backups backups;

  /** What is done with a connection. */
  public interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  /** Turns the current row into a value. */
  public interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Opens the database, and makes it where there is none in the folder; ends the process where it
   * cannot.
   *
   * @param folder {@code DATA_DIR}
   * @param name of the file there, or of the schema elsewhere
   */
  protected void open(Path folder, String name, DatabaseSettings settings) {
    Optional<Path> errand = DatabaseErrand.folder();
    String place = settings.place(errand.orElse(folder));
    try {
      PrivateFiles.makeFolder(folder);
      dialect = settings.dialect(errand.orElse(folder), name);
      backups = new Backups(new BackupFiles(folder, name), sequences());
      if (errand.isPresent()) {
        DatabaseErrand.run(backups, dialect, migrations(dialect.name()));
        DatabaseErrand.end();
      }
      backups.restoreIfWanted(dialect, migrations(dialect.name()));
      connections = ConnectionPool.open(dialect);
      new SchemaMigration(dialect, migrations(dialect.name())).run();
      LOG.log(Level.INFO, "database: {0}, {1}", new Object[] {dialect.name(), place});
    } catch (IOException | InvalidSettingException | NewerSchemaException e) {
      throw StartRefusal.refuse("%s cannot be used: %s".formatted(place, e.getMessage()));
    } catch (RuntimeException e) {
      throw StartRefusal.refuse("%s cannot be used: %s".formatted(place, dialect.reason(e)));
    }
  }

  /**
   * Where the steps of its schema are.
   *
   * @param dialectName {@code h2} or {@code postgresql}
   */
  protected List<String> migrations(String dialectName) {
    return List.of("classpath:db/both");
  }

  /** What gives numbers that are never given twice. */
  protected List<String> sequences() {
    return List.of();
  }

  /** Makes a backup where the command asks for one. */
  public void backUpIfWanted() {
    backups.backUpIfWanted(dialect, connections::snapshot);
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

  /** What gives the next number of a sequence, in a statement. */
  public String nextValue(String sequence) {
    return dialect.nextValue(sequence);
  }

  /** Runs {@code work} on a connection of its own, each statement its own transaction. */
  public <T> T read(Work<T> work) {
    return connections.read(work);
  }

  /**
   * Runs {@code work} as one transaction; nothing of it lasts where it throws. There is one
   * connection for it, so that no reader keeps a writer waiting.
   */
  public <T> T transaction(Work<T> work) throws SQLException {
    return connections.transaction(work);
  }

  /**
   * As {@link #transaction}, or nothing where an earlier try under the same mark was committed
   * although it looked failed, as when the connection breaks before the answer.
   */
  public void transactionOnce(CommitMark mark, Work<?> work) throws SQLException {
    transaction(connection -> mark.isNew(connection) ? work.with(connection) : null);
  }

  /** Between groups, on the writer's thread. */
  public void tidy() {
    dialect.tidy(connections);
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
    return read(connection -> list(connection, sql, reader, parameters));
  }

  /**
   * As {@link #list(String, RowReader, Object...)}, but waits for a database that is away: for who
   * works on a job, which is not to fail for that.
   *
   * @throws DatabaseException where the statement is wrong, or its thread is interrupted
   */
  public <T> List<T> listPatiently(String sql, RowReader<T> reader, Object... parameters) {
    for (int tries = 1; true; tries++) {
      try {
        return list(sql, reader, parameters);
      } catch (DatabaseException e) {
        if (e.isStatementsFault()) {
          throw e;
        }
        if (tries == 1) {
          LOG.log(Level.WARNING, "the database does not answer, asking again: {0}", e.reason());
        }
        pause(e);
      }
    }
  }

  private static void pause(DatabaseException failure) {
    try {
      TimeUnit.SECONDS.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
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
      Object value = parameters[i];
      statement.setObject(i + 1, value instanceof String text ? storable(text) : value);
    }
  }

  /** A text as every database takes it: PostgreSQL has no room for the character 0. */
  public static String storable(String text) {
    return text == null ? null : text.replace('\0', '\uFFFD');
  }
}
