package edgeai.admin.analytics;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.http.ReportedTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An event as a camera posts it, with its defaults.
 *
 * @param eventId null where the camera gave none
 * @param reportedTimestamp what the camera said instead of an instant, else null
 */
public record CameraEvent(
    String cameraId,
    Instant timestamp,
    int detectedVehicles,
    List<String> vehicleTypes,
    Map<String, Integer> objectCounts,
    UUID eventId,
    String reportedTimestamp) {

  /** Different labels of one event. */
  static final int MAX_LABELS = 200;

  /**
   * Leniently, as what nodes report is read.
   *
   * @param now stands for a timestamp that is no instant
   */
  static CameraEvent read(JsonInput body, Instant now) {
    JsonInput in = body.leniently();
    ReportedTime time = ReportedTime.read(in, "timestamp", now);
    CameraEvent detection =
        new CameraEvent(
            in.id("camera_id"),
            time.instant(),
            in.integer("detected_vehicles", 0, Integer.MAX_VALUE),
            in.requiredTexts("vehicle_types"),
            counts(in),
            in.uuid("event_id"),
            time.reported());
    if (detection.vehicleTypes.stream().distinct().count() > MAX_LABELS) {
      throw tooMany("vehicle_types");
    }
    return detection;
  }

  private static Map<String, Integer> counts(JsonInput in) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (in.has("object_counts")) {
      JsonInput object = in.object("object_counts");
      if (object.names().size() > MAX_LABELS) {
        throw tooMany("object_counts");
      }
      for (String label : object.names()) {
        counts.put(
            JsonInput.requireId("A label of object_counts", label),
            object.integer(label, 0, Integer.MAX_VALUE));
      }
    }
    return counts;
  }

  private static RuntimeException tooMany(String field) {
    return new InvalidInput("%s has more than %d labels.".formatted(field, MAX_LABELS));
  }

  /** What listeners are told: the event in the words of the contract, and nothing else. */
  public record Told(
      String cameraId,
      Instant timestamp,
      int detectedVehicles,
      List<String> vehicleTypes,
      Map<String, Integer> objectCounts,
      UUID eventId) {}

  public Told told() {
    return new Told(cameraId, timestamp, detectedVehicles, vehicleTypes, objectCounts, eventId);
  }

  /** What the event counts as: its counts where there are any, else its types one by one. */
  Map<String, Long> counted() {
    Map<String, Long> counted = new LinkedHashMap<>();
    if (objectCounts.isEmpty()) {
      vehicleTypes.forEach(label -> counted.merge(label, 1L, Long::sum));
    } else {
      objectCounts.forEach((label, count) -> counted.put(label, count.longValue()));
      counted.values().removeIf(count -> count == 0);
    }
    return counted;
  }
}
