package edgeai.coordinator.result;

import edgeai.common.request.DetectionWriter;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** Detections as a column holds them: the contract's JSON. */
final class DetectionColumn {
  /** Kept, since looking for the JSON provider takes ten times as long as reading a column. */
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private DetectionColumn() {}

  static String write(List<Detection> detections) {
    return ColumnJson.array(detections, DetectionWriter::write);
  }

  static List<Detection> parse(String json) {
    try (var reader = READERS.createReader(new StringReader(json))) {
      return reader.readArray().getValuesAs(JsonObject.class).stream()
          .map(DetectionColumn::detection)
          .toList();
    }
  }

  private static Detection detection(JsonObject item) {
    JsonObject box = item.getJsonObject("box");
    return new Detection(
        item.getString("label"),
        item.getJsonNumber("confidence").doubleValue(),
        new Box(box.getInt("x1"), box.getInt("y1"), box.getInt("x2"), box.getInt("y2")));
  }
}
