package edgeai.coordinator.result;

import edgeai.common.wire.FrameAttempt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Attempts as a column holds them: the JSON that clients see. */
final class AttemptColumn {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private AttemptColumn() {}

  static List<FrameAttempt> parse(String json) {
    try (var reader = READERS.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(AttemptColumn::attempt)
          .toList();
    }
  }

  private static FrameAttempt attempt(JsonObject item) {
    return new FrameAttempt(
        item.getString("worker_id"),
        Instant.parse(item.getString("started_at")),
        item.isNull("ended_at") ? null : Instant.parse(item.getString("ended_at")),
        item.getString("outcome"),
        item.isNull("reason") ? null : item.getString("reason"),
        item.getBoolean("hedge"));
  }
}
