package edgeai.coordinator.result;

import edgeai.common.wire.FrameAttempt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Attempts as a column holds them: the JSON that clients see. */
final class AttemptColumn {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private AttemptColumn() {}

  static String write(List<FrameAttempt> attempts) {
    return ColumnJson.array(attempts, AttemptColumn::write);
  }

  private static void write(JsonGenerator out, FrameAttempt attempt) {
    out.writeStartObject()
        .write("worker_id", attempt.workerId())
        .write("started_at", attempt.startedAt().toString());
    text(out, "ended_at", attempt.endedAt());
    out.write("outcome", attempt.outcome());
    text(out, "reason", attempt.reason());
    out.write("hedge", attempt.hedge()).writeEnd();
  }

  private static void text(JsonGenerator out, String name, Object value) {
    if (value == null) {
      out.writeNull(name);
    } else {
      out.write(name, value.toString());
    }
  }

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
