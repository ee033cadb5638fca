package edgeai.coordinator.alert;

import edgeai.common.http.JsonInput;
import edgeai.common.http.ReportedTime;
import edgeai.common.request.DetectionReader;
import edgeai.common.wire.Alert;
import java.time.Instant;

/** An alert as a worker posts it, and as a row holds it. */
final class AlertInput {
  private AlertInput() {}

  /**
   * An alert as it was posted.
   *
   * @param reportedTimestamp the worker's own words, where they are no instant; else null
   */
  record Posted(Alert alert, String reportedTimestamp) {}

  /**
   * Leniently, as what nodes report is read.
   *
   * @param now stands for a timestamp that is no instant
   */
  static Posted posted(JsonInput body, Instant now) {
    JsonInput in = body.leniently();
    ReportedTime time = ReportedTime.read(in, "timestamp", now);
    return new Posted(alert(in, time.instant()), time.reported());
  }

  /** As a row of this project or of an older version of it holds it. */
  static LoggedAlert stored(long alertId, JsonInput in) {
    return LoggedAlert.of(
        alertId,
        alert(in, in.instant("timestamp")),
        in.hasValue("acknowledged_at") ? in.instant("acknowledged_at") : null,
        in.hasValue("reported_timestamp") ? in.text("reported_timestamp") : null);
  }

  private static Alert alert(JsonInput in, Instant timestamp) {
    long frameId = in.whole("frame_id", 0, DetectionReader.MAX_FRAME_ID);
    return new Alert(
        in.id("worker_id"),
        frameId,
        timestamp,
        DetectionReader.read(in),
        in.texts("alert_labels"),
        Alert.level(in.text("level", Alert.INFO)),
        in.text("message", ""),
        (int) in.whole("count", 1, Integer.MAX_VALUE, 1),
        in.whole("first_frame_id", 0, DetectionReader.MAX_FRAME_ID, frameId),
        in.whole("last_frame_id", 0, DetectionReader.MAX_FRAME_ID, frameId),
        in.hasValue("job_id") ? in.text("job_id") : null);
  }
}
