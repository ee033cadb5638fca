package edgeai.admin.analytics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An event of the log, as it counts.
 *
 * @param number ascends as events arrive
 * @param objectCounts labels that were counted, in the order the camera named them
 * @param eventId null where the camera gave none
 * @param reportedTimestamp what the camera said instead of an instant, else null
 */
record LoggedEvent(
    long number,
    Instant receivedAt,
    Instant timestamp,
    String cameraId,
    Map<String, Long> objectCounts,
    UUID eventId,
    String reportedTimestamp) {

  /**
   * A line of {@code GET /detections}.
   *
   * @param timestamp when it was
   * @param cameraId which camera
   * @param detectedVehicles how many objects
   * @param vehicleTypes the different labels
   * @param objectCounts how many of each label
   * @param receivedAt when it arrived
   * @param eventId by which one that is sent again is known, null where the camera gave none
   * @param reportedTimestamp what was said instead of an instant, else null
   */
  @Schema(name = "LoggedDetection")
  public record Line(
      Instant timestamp,
      String cameraId,
      long detectedVehicles,
      List<String> vehicleTypes,
      Map<String, Long> objectCounts,
      Instant receivedAt,
      UUID eventId,
      String reportedTimestamp) {}

  /**
   * An entry of the timeline.
   *
   * @param timestamp when it was
   * @param cameraId which camera
   * @param detectedVehicles how many objects
   * @param vehicleTypes the different labels
   * @param objectCounts how many of each label
   */
  @Schema(name = "TimelineEntry")
  public record Entry(
      Instant timestamp,
      String cameraId,
      long detectedVehicles,
      List<String> vehicleTypes,
      Map<String, Long> objectCounts) {}

  long detectedVehicles() {
    return objectCounts.values().stream().mapToLong(Long::longValue).sum();
  }

  private List<String> labels() {
    return new ArrayList<>(objectCounts.keySet());
  }

  Line line() {
    return new Line(
        timestamp,
        cameraId,
        detectedVehicles(),
        labels(),
        objectCounts,
        receivedAt,
        eventId,
        reportedTimestamp);
  }

  Entry entry() {
    return new Entry(timestamp, cameraId, detectedVehicles(), labels(), objectCounts);
  }
}
