package edgeai.common.store;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A table as a backup has it, whatever kind of database it is in.
 *
 * @param name in lower case
 * @param columns in alphabetical order, which is the same everywhere
 */
record StoredTable(String name, List<StoredColumn> columns) {
  /** What belongs to a database, and not to what is stored in it. */
  private static final Set<String> OWN = Set.of("flyway_schema_history", "commit_mark");

  /** All of a schema, in alphabetical order; none where there is no schema. */
  static List<StoredTable> of(Connection connection) throws SQLException {
    if (connection.getSchema() == null) {
      return List.of(); // a driver would list those of all others
    }
    DatabaseMetaData told = connection.getMetaData();
    List<String> names = new ArrayList<>();
    try (ResultSet row =
        told.getTables(
            connection.getCatalog(),
            connection.getSchema(),
            "%",
            new String[] {"TABLE", "BASE TABLE"})) {
      while (row.next()) {
        names.add(row.getString("TABLE_NAME"));
      }
    }
    List<StoredTable> tables = new ArrayList<>();
    for (String name : names) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (!OWN.contains(lower)) {
        tables.add(new StoredTable(lower, columns(connection, name)));
      }
    }
    tables.sort(Comparator.comparing(StoredTable::name));
    return tables;
  }

  private static List<StoredColumn> columns(Connection connection, String table)
      throws SQLException {
    List<StoredColumn> columns = new ArrayList<>();
    try (ResultSet row =
        connection
            .getMetaData()
            .getColumns(connection.getCatalog(), connection.getSchema(), table, "%")) {
      while (row.next()) {
        columns.add(StoredColumn.of(row));
      }
    }
    columns.sort(Comparator.comparing(StoredColumn::name));
    return columns;
  }

  String select() {
    return "select %s from %s".formatted(names(), name);
  }

  String insert() {
    String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return "insert into %s (%s) values (%s)".formatted(name, names(), marks);
  }

  private String names() {
    return columns.stream().map(StoredColumn::name).collect(Collectors.joining(", "));
  }

  boolean hasRows(Connection connection) throws SQLException {
    return ServerDatabase.exists(
        connection, "select 1 from %s fetch first 1 rows only".formatted(name));
  }
}
