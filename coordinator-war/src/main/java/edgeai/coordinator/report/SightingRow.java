package edgeai.coordinator.report;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A sighting as its row holds it. */
final class SightingRow {
  static final String SELECT = "select report_id, event_id, opened_at, closed, counts from report ";

  /** The admin server takes 200 labels in one event. */
  private static final int LABELS = 200;

  private static final String OTHER = "other";

  /** Kept, since looking for the JSON provider takes longer than reading a column. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private SightingRow() {}

  static Sightings.Sighting read(ResultSet row) throws SQLException {
    return new Sightings.Sighting(
        row.getLong(1),
        row.getObject(2, UUID.class),
        Instant.ofEpochMilli(row.getLong(3)),
        row.getBoolean(4),
        counts(row.getString(5)));
  }

  private static Map<String, Long> counts(String json) {
    try (var reader = READERS.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      Map<String, Long> counts = new TreeMap<>();
      object.keySet().forEach(label -> counts.put(label, object.getJsonNumber(label).longValue()));
      return counts;
    }
  }

  /** Labels beyond the first that have room count as {@code other}. */
  static String counts(Map<String, Long> counts) {
    Map<String, Long> bounded = new TreeMap<>();
    counts.forEach(
        (label, n) -> bounded.merge(bounded.size() < LABELS - 1 ? label : OTHER, n, Long::sum));
    JsonObjectBuilder object = Json.createObjectBuilder();
    bounded.forEach(object::add);
    return object.build().toString();
  }
}
