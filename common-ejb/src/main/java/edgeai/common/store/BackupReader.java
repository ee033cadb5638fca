package edgeai.common.store;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the lines of a backup into a database that has its tables, and nothing in them. */
final class BackupReader {
  static final int FORMAT = 1;

  private static final int BATCH = 500;

  private final BufferedReader in;
  private final JsonObject head;
  private final Map<String, RowSum> sums = new TreeMap<>();

  /**
   * @throws IOException where it is no backup
   */
  BackupReader(BufferedReader in) throws IOException {
    this.in = in;
    this.head = object(line());
    if (head.getInt("edge_backup", 0) != FORMAT) {
      throw new IOException("it is no backup of this project, or one of a later version");
    }
  }

  /** Of which server it is. */
  String of() {
    return head.getString("of", "");
  }

  /** The version of its schema. */
  String schema() {
    return head.getString("schema", "");
  }

  /**
   * Reads all of it, and keeps nothing.
   *
   * @throws IOException where it is damaged, or ends too soon
   */
  void check() throws IOException {
    for (JsonObject line = object(line());
        !line.getBoolean("complete", false);
        line = object(line())) {
      if (line.containsKey("table")) {
        RowSum sum = new RowSum();
        String row = line();
        for (; row.startsWith("["); row = line()) {
          sum.add(row);
        }
        requireTold(object(row), sum, line.getString("table"));
      }
    }
  }

  /**
   * Fills the tables.
   *
   * @throws IOException where it is damaged, or ends too soon
   */
  void fill(Connection connection) throws IOException, SQLException {
    Map<String, StoredTable> tables = new TreeMap<>();
    for (StoredTable table : StoredTable.of(connection)) {
      tables.put(table.name(), table);
      ServerDatabase.update(connection, "delete from " + table.name());
    }
    for (JsonObject line = object(line());
        !line.getBoolean("complete", false);
        line = object(line())) {
      if (line.containsKey("sequence")) {
        restart(
            "sequence " + line.getString("sequence"),
            line.getJsonNumber("next").longValueExact(),
            connection);
      } else {
        StoredTable table = tables.get(line.getString("table", ""));
        if (table == null || !line.getJsonArray("columns").equals(columns(table))) {
          throw new IOException("it does not fit its schema: " + line);
        }
        sums.put(table.name(), fill(connection, table));
      }
    }
  }

  private static JsonArray columns(StoredTable table) {
    return Json.createArrayBuilder(table.columns().stream().map(StoredColumn::name).toList())
        .build();
  }

  private RowSum fill(Connection connection, StoredTable table) throws IOException, SQLException {
    RowSum sum = new RowSum();
    String line = line();
    try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
      for (; line.startsWith("["); line = line()) {
        sum.add(line);
        JsonArray values = array(line);
        for (int i = 0; i < table.columns().size(); i++) {
          table.columns().get(i).bind(insert, i + 1, values);
        }
        insert.addBatch();
        if (sum.rows() % BATCH == 0) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
    requireTold(object(line), sum, table.name());
    renumber(connection, table);
    return sum;
  }

  private static void requireTold(JsonObject told, RowSum sum, String table) throws IOException {
    boolean same =
        told.containsKey("rows")
            && told.getJsonNumber("rows").longValue() == sum.rows()
            && told.getString("hashes", "").equals(sum.hashes());
    if (!same) {
      throw new IOException("it is damaged: rows of %s are not as written".formatted(table));
    }
  }

  /** What the database numbers goes on behind what is there. */
  private static void renumber(Connection connection, StoredTable table) throws SQLException {
    for (StoredColumn column : table.columns()) {
      if (column.numbered()) {
        String newest =
            "select coalesce(max(%s), 0) from %s".formatted(column.name(), table.name());
        List<Long> last = ServerDatabase.list(connection, newest, row -> row.getLong(1));
        String what = "table %s alter column %s".formatted(table.name(), column.name());
        restart(what, last.get(0) + 1, connection);
      }
    }
  }

  private static void restart(String what, long next, Connection connection) throws SQLException {
    ServerDatabase.update(connection, "alter %s restart with %d".formatted(what, next));
  }

  /** What the rows of each table come to, as far as they are read. */
  Map<String, RowSum> sums() {
    return sums;
  }

  private String line() throws IOException {
    String line = in.readLine();
    if (line == null) {
      throw new IOException("it ends too soon");
    }
    return line;
  }

  private static JsonObject object(String line) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject();
    } catch (JsonException | ClassCastException e) {
      throw new IOException("it is damaged, or no backup", e);
    }
  }

  private static JsonArray array(String line) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readArray();
    } catch (JsonException e) {
      throw new IOException("it is damaged", e);
    }
  }
}
