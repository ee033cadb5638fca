package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;
import edgeai.common.wire.Detection;
import java.time.Instant;
import java.util.List;

/**
 * An alert as the log shows it.
 *
 * @param alertId its number in the log: what tells it from others while its count grows
 * @param workerId which worker
 * @param frameId which frame
 * @param timestamp when it was
 * @param detections what was found
 * @param alertLabels what it is about
 * @param level {@code info}, {@code warning} or {@code critical}
 * @param message in words for people
 * @param count how many frames it stands for
 * @param firstFrameId the first of its frames
 * @param lastFrameId the newest of its frames
 * @param jobId null where the frame belongs to no job
 * @param acknowledgedAt when somebody said that it was seen, null while nobody has
 * @param reportedTimestamp what a worker said instead of an instant, else null
 */
public record LoggedAlert(
    long alertId,
    String workerId,
    long frameId,
    Instant timestamp,
    List<Detection> detections,
    List<String> alertLabels,
    String level,
    String message,
    int count,
    long firstFrameId,
    long lastFrameId,
    String jobId,
    Instant acknowledgedAt,
    String reportedTimestamp) {
  static LoggedAlert of(long alertId, Alert alert) {
    return of(alertId, alert, null, null);
  }

  static LoggedAlert of(
      long alertId, Alert alert, Instant acknowledgedAt, String reportedTimestamp) {
    return new LoggedAlert(
        alertId,
        alert.workerId(),
        alert.frameId(),
        alert.timestamp(),
        alert.detections(),
        alert.alertLabels(),
        alert.level(),
        alert.message(),
        alert.count(),
        alert.firstFrameId(),
        alert.lastFrameId(),
        alert.jobId(),
        acknowledgedAt,
        reportedTimestamp);
  }

  /** The same, which {@code frameId} shows again. */
  LoggedAlert again(long frameId) {
    return of(alertId, alert().again(frameId), acknowledgedAt, reportedTimestamp);
  }

  /** The same, which somebody has seen; the first who did counts. */
  LoggedAlert acknowledged(Instant when) {
    return acknowledgedAt == null ? of(alertId, alert(), when, reportedTimestamp) : this;
  }

  private Alert alert() {
    return new Alert(
        workerId,
        frameId,
        timestamp,
        detections,
        alertLabels,
        level,
        message,
        count,
        firstFrameId,
        lastFrameId,
        jobId);
  }
}
