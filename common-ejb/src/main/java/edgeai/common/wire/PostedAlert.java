package edgeai.common.wire;

import java.time.Instant;
import java.util.List;

/**
 * An alert as a worker posts it: {@code POST /alerts}.
 *
 * @param workerId which worker
 * @param frameId 0 where it shows in no frame
 * @param timestamp when it was
 * @param detections what it saw; none where left out
 * @param alertLabels what it is about; none where left out
 * @param level {@code info}, {@code warning} or {@code critical}; {@code info} where left out
 * @param message in words for people; empty where left out
 */
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
