package edgeai.common.store;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Locale;
import java.util.UUID;

/**
 * A column as a backup has it.
 *
 * @param name in lower case
 * @param numbered whether the database gives its numbers
 */
record StoredColumn(String name, Kind kind, boolean numbered) {
  /** What it holds, of which each has a form of its own in JSON. */
  enum Kind {
    NUMBER,
    DECIMAL,
    TRUTH,
    TEXT,
    ID
  }

  /** As a database tells of it. */
  static StoredColumn of(ResultSet told) throws SQLException {
    return new StoredColumn(
        told.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
        kind(told.getInt("DATA_TYPE"), told.getString("TYPE_NAME")),
        "YES".equals(told.getString("IS_AUTOINCREMENT")));
  }

  private static Kind kind(int type, String typeName) {
    if (typeName.equalsIgnoreCase("uuid")) {
      return Kind.ID;
    }
    return switch (type) {
      case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> Kind.NUMBER;
      case Types.DOUBLE, Types.FLOAT, Types.REAL -> Kind.DECIMAL;
      case Types.BOOLEAN, Types.BIT -> Kind.TRUTH;
      case Types.VARCHAR, Types.CLOB, Types.LONGVARCHAR -> Kind.TEXT;
      default -> throw new IllegalStateException("no backup knows columns of type " + typeName);
    };
  }

  /** Adds the value in the current row. */
  void write(ResultSet row, int position, JsonArrayBuilder line) throws SQLException {
    if (row.getObject(position) == null) {
      line.addNull();
      return;
    }
    switch (kind) {
      case NUMBER -> line.add(row.getLong(position));
      case DECIMAL -> line.add(row.getDouble(position));
      case TRUTH -> line.add(row.getBoolean(position));
      default -> line.add(row.getString(position));
    }
  }

  /** Takes the value of a line into a statement. */
  void bind(PreparedStatement statement, int position, JsonArray line) throws SQLException {
    if (line.get(position - 1) == JsonValue.NULL) {
      statement.setObject(position, null);
      return;
    }
    switch (kind) {
      case NUMBER -> statement.setLong(position, line.getJsonNumber(position - 1).longValueExact());
      case DECIMAL -> statement.setDouble(position, line.getJsonNumber(position - 1).doubleValue());
      case TRUTH -> statement.setBoolean(position, line.getBoolean(position - 1));
      case TEXT -> statement.setString(position, ServerDatabase.storable(text(line, position)));
      case ID -> statement.setObject(position, UUID.fromString(text(line, position)));
    }
  }

  private static String text(JsonArray line, int position) {
    return line.getString(position - 1);
  }
}
