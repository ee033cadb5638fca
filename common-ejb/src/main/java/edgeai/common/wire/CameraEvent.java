package edgeai.common.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a camera saw: {@code POST /camera-detection}, and what listeners are told of it.
 *
 * @param cameraId which camera
 * @param timestamp when it was
 * @param detectedVehicles how many objects of any label
 * @param vehicleTypes the different labels
 * @param objectCounts by label, empty where the camera counts none or left out
 * @param eventId by which one that is sent again is known, null where the camera gave none
 */
public record CameraEvent(
    String cameraId,
    Instant timestamp,
    long detectedVehicles,
    List<String> vehicleTypes,
    Map<String, Long> objectCounts,
    UUID eventId) {

  /** An event that counts these objects. */
  public static CameraEvent of(
      String cameraId, Instant timestamp, Map<String, ? extends Number> counts, UUID eventId) {
    Map<String, Long> objectCounts = new LinkedHashMap<>();
    counts.forEach((label, n) -> objectCounts.put(label, n.longValue()));
    return new CameraEvent(
        cameraId,
        timestamp,
        objectCounts.values().stream().mapToLong(Long::longValue).sum(),
        List.copyOf(objectCounts.keySet()),
        objectCounts,
        eventId);
  }

  /** What the event counts as: its counts where there are any, else its types one by one. */
  public Map<String, Long> counted() {
    Map<String, Long> counted = new LinkedHashMap<>(objectCounts);
    if (objectCounts.isEmpty()) {
      vehicleTypes.forEach(label -> counted.merge(label, 1L, Long::sum));
    }
    counted.values().removeIf(count -> count == 0);
    return counted;
  }
}
