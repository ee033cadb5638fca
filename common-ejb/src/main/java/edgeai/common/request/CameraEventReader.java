package edgeai.common.request;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.http.ReportedTime;
import edgeai.common.wire.CameraEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what cameras saw, leniently, as what nodes report is read. */
public final class CameraEventReader {
  /** Different labels of one event. */
  static final int MAX_LABELS = 200;

  private CameraEventReader() {}

  /**
   * @param now stands for a timestamp that is no instant
   * @throws InvalidInput where a field is missing or beyond its bounds
   */
  public static Reported<CameraEvent> read(JsonInput body, Instant now) {
    JsonInput in = body.leniently();
    ReportedTime time = ReportedTime.read(in, "timestamp", now);
    return new Reported<>(
        new CameraEvent(
            in.id("camera_id"),
            time.instant(),
            in.integer("detected_vehicles", 0, Integer.MAX_VALUE),
            types(in),
            counts(in),
            in.uuid("event_id")),
        time.reported());
  }

  private static List<String> types(JsonInput in) {
    List<String> types = in.requiredTexts("vehicle_types");
    if (types.stream().distinct().count() > MAX_LABELS) {
      throw tooMany("vehicle_types");
    }
    return types;
  }

  private static Map<String, Long> counts(JsonInput in) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (in.has("object_counts")) {
      JsonInput object = in.object("object_counts");
      if (object.names().size() > MAX_LABELS) {
        throw tooMany("object_counts");
      }
      for (String label : object.names()) {
        counts.put(
            PrintableId.require("A label of object_counts", label),
            object.whole(label, 0, Integer.MAX_VALUE));
      }
    }
    return counts;
  }

  private static InvalidInput tooMany(String field) {
    return new InvalidInput("%s has more than %d labels.".formatted(field, MAX_LABELS));
  }
}
