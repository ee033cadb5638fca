package edgeai.common.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.GZIPInputStream;

/** Fills a database from a backup, before its server begins: all of it, or nothing. */
final class Restoration {
  private static final Logger LOG = Logger.getLogger(Restoration.class.getName());

  private final Dialect dialect;
  private final List<String> locations;
  private final String name;

  /**
   * @param locations of the steps of the schema
   * @param name of the server
   */
  Restoration(Dialect dialect, List<String> locations, String name) {
    this.dialect = dialect;
    this.locations = locations;
    this.name = name;
  }

  /**
   * Fills it.
   *
   * @param replaces whether what is there goes, else it is refused
   * @throws IOException where it cannot be, with the reason
   */
  void run(Path file, boolean replaces) throws IOException {
    requireWhole(file);
    try (BufferedReader lines = open(file)) {
      BackupReader backup = new BackupReader(lines);
      makeRoom(replaces);
      new SchemaMigration(dialect, locations).runTo(backup.schema());
      try (ConnectionPool pool = ConnectionPool.open(dialect)) {
        pool.transaction(connection -> fill(connection, backup));
      }
      long rows = backup.sums().values().stream().mapToLong(RowSum::rows).sum();
      LOG.log(Level.INFO, "{0} rows restored from {1}", new Object[] {rows, file});
    } catch (SQLException e) {
      throw new IOException(DatabaseException.reason(e), e);
    }
  }

  private static BufferedReader open(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }

  /** Before anything that is there is touched. */
  private void requireWhole(Path file) throws IOException {
    try (BufferedReader lines = open(file)) {
      BackupReader backup = new BackupReader(lines);
      if (!backup.of().equals(name)) {
        throw new IOException("it is of another server, " + backup.of());
      }
      new SchemaMigration(dialect, locations).requireKnown(backup.schema());
      backup.check();
    }
  }

  private void makeRoom(boolean replaces) throws IOException, SQLException {
    try (ConnectionPool pool = ConnectionPool.open(dialect)) {
      boolean empty = pool.transaction(Restoration::isEmpty);
      if (!empty && !replaces) {
        throw new IOException(
            "there is something in the database already: ./edge db with --replace sets it aside");
      }
      if (!empty) {
        dialect.setAside(pool);
      }
    }
    // one that is empty has the newest schema, and the backup perhaps an older one
    new SchemaMigration(dialect, locations).clear();
  }

  private static boolean isEmpty(Connection connection) throws SQLException {
    for (StoredTable table : StoredTable.of(connection)) {
      if (table.hasRows(connection)) {
        return false;
      }
    }
    return true;
  }

  private Void fill(Connection connection, BackupReader backup) throws SQLException {
    try {
      backup.fill(connection);
      requireSame(connection, backup.sums());
      return null;
    } catch (IOException e) {
      throw new SQLException(e.getMessage(), e);
    }
  }

  /** What is read back is what the file has. */
  private void requireSame(Connection connection, Map<String, RowSum> wanted)
      throws SQLException, IOException {
    BackupWriter stored = new BackupWriter(dialect, connection);
    for (StoredTable table : StoredTable.of(connection)) {
      RowSum sum = stored.rows(table, Writer.nullWriter());
      RowSum expected = wanted.getOrDefault(table.name(), new RowSum());
      if (!sum.is(expected)) {
        throw new IOException(
            "%s has %d rows, and not the %d that it should"
                .formatted(table.name(), sum.rows(), expected.rows()));
      }
    }
  }
}
