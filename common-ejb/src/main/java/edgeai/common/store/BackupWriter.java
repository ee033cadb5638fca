package edgeai.common.store;

import edgeai.settings.BackupFiles;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes what is in a database, a line of JSON each: what it is of, then each table, its rows and
 * what they come to, then where its sequences stand, then that this was all.
 */
final class BackupWriter {
  /** Rows that are fetched at a time, where a database would hand out all at once. */
  private static final int AT_A_TIME = 500;

  private final Dialect dialect;
  private final Connection connection;

  /**
   * @param connection with a transaction that sees one moment
   */
  BackupWriter(Dialect dialect, Connection connection) {
    this.dialect = dialect;
    this.connection = connection;
  }

  void write(String name, List<String> sequences, Writer out) throws SQLException, IOException {
    List<StoredTable> tables = StoredTable.of(connection);
    if (tables.isEmpty()) {
      throw new SQLException(BackupFiles.NOTHING);
    }
    out.write(
        Json.createObjectBuilder()
                .add("edge_backup", BackupReader.FORMAT)
                .add("of", name)
                .add("schema", schema())
                .build()
            + "\n");
    for (StoredTable table : tables) {
      out.write(head(table) + "\n");
      RowSum sum = rows(table, out);
      out.write(
          Json.createObjectBuilder().add("rows", sum.rows()).add("hashes", sum.hashes()).build()
              + "\n");
    }
    for (String sequence : sequences) {
      long next =
          ServerDatabase.list(connection, dialect.nextOf(sequence), row -> row.getLong(1)).get(0);
      out.write(
          Json.createObjectBuilder().add("sequence", sequence).add("next", next).build() + "\n");
    }
    out.write(Json.createObjectBuilder().add("complete", true).build() + "\n");
  }

  private String schema() throws SQLException {
    return ServerDatabase.list(
            connection,
            "select \"version\" from \"flyway_schema_history\" where \"version\" is not null"
                + " order by \"installed_rank\" desc fetch first 1 rows only",
            row -> row.getString(1))
        .get(0);
  }

  private static String head(StoredTable table) {
    JsonArrayBuilder columns = Json.createArrayBuilder();
    table.columns().forEach(column -> columns.add(column.name()));
    return Json.createObjectBuilder()
        .add("table", table.name())
        .add("columns", columns)
        .build()
        .toString();
  }

  /** What the rows of a table come to, which are written where somebody wants them. */
  RowSum rows(StoredTable table, Writer out) throws SQLException {
    RowSum sum = new RowSum();
    try (PreparedStatement statement = connection.prepareStatement(table.select())) {
      statement.setFetchSize(AT_A_TIME);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String line = line(table, row);
          sum.add(line);
          out.write(line);
          out.write('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum;
  }

  private static String line(StoredTable table, ResultSet row) throws SQLException {
    JsonArrayBuilder values = Json.createArrayBuilder();
    for (int i = 0; i < table.columns().size(); i++) {
      table.columns().get(i).write(row, i + 1, values);
    }
    return values.build().toString();
  }
}
