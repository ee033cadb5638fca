package edgeai.coordinator.alert;

import edgeai.common.wire.Alert;
import edgeai.common.wire.Detection;
import java.time.Instant;
import java.util.List;

/**
 * An alert as the log shows it.
 *
 * @param alertId its number in the log: what tells it from others while its count grows
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
    String jobId) {

  static LoggedAlert of(long alertId, Alert alert) {
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
        alert.jobId());
  }
}
