package edgeai.common.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as a camera posts it: {@code POST /camera-alerts}.
 *
 * @param cameraId which camera
 * @param workerId empty where no worker was in it, or left out
 * @param frameId 0 where it shows in no frame, or left out
 * @param timestamp when it was
 * @param alertLabels what it is about; none where left out
 * @param level {@code info}, {@code warning} or {@code critical}; {@code info} where left out
 * @param message in words for people; empty where left out
 * @param eventId by which one that is sent again is known, null where the camera gave none
 */
public record CameraAlert(
    String cameraId,
    String workerId,
    long frameId,
    Instant timestamp,
    List<String> alertLabels,
    String level,
    String message,
    UUID eventId) {

  /** The alert as this camera's. */
  public static CameraAlert of(String cameraId, Alert alert, UUID eventId) {
    return new CameraAlert(
        cameraId,
        alert.workerId(),
        alert.frameId(),
        alert.timestamp(),
        alert.alertLabels(),
        alert.level(),
        alert.message(),
        eventId);
  }
}
