package edgeai.common.wire;

import java.time.Instant;
import java.util.List;

/** An alert as a worker posts it: {@code POST /alerts}. */
public record PostedAlert(
    String workerId,
    long frameId,
    Instant timestamp,
    List<Detection> detections,
    List<String> alertLabels,
    String level,
    String message) {

  /** What of an alert is posted. */
  public static PostedAlert of(Alert alert) {
    return new PostedAlert(
        alert.workerId(),
        alert.frameId(),
        alert.timestamp(),
        alert.detections(),
        alert.alertLabels(),
        alert.level(),
        alert.message());
  }
}
