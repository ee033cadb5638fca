package edgeai.admin.alert;

import edgeai.common.request.Reported;
import edgeai.common.wire.CameraAlert;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as the log shows it.
 *
 * @param alertId its number in the log
 * @param cameraId which camera
 * @param workerId empty where no worker was in it
 * @param frameId 0 where it shows in no frame
 * @param timestamp when it was
 * @param alertLabels what it is about
 * @param level {@code info}, {@code warning} or {@code critical}
 * @param message in words for people
 * @param eventId by which one that is sent again is known, null where the camera gave none
 * @param reportedTimestamp what was said instead of an instant, else null
 * @param acknowledgedAt when somebody said that it was seen, null while nobody has
 */
public record LoggedCameraAlert(
    long alertId,
    String cameraId,
    String workerId,
    long frameId,
    Instant timestamp,
    List<String> alertLabels,
    String level,
    String message,
    UUID eventId,
    String reportedTimestamp,
    Instant acknowledgedAt) {
  static LoggedCameraAlert of(
      long alertId, Reported<CameraAlert> reported, Instant acknowledgedAt) {
    CameraAlert alert = reported.said();
    return new LoggedCameraAlert(
        alertId,
        alert.cameraId(),
        alert.workerId(),
        alert.frameId(),
        alert.timestamp(),
        alert.alertLabels(),
        alert.level(),
        alert.message(),
        alert.eventId(),
        reported.timestamp(),
        acknowledgedAt);
  }

  /** The same, which somebody has seen; the first who did counts. */
  LoggedCameraAlert acknowledged(Instant when) {
    return new LoggedCameraAlert(
        alertId,
        cameraId,
        workerId,
        frameId,
        timestamp,
        alertLabels,
        level,
        message,
        eventId,
        reportedTimestamp,
        acknowledgedAt == null ? when : acknowledgedAt);
  }
}
