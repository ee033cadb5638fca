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
