package edgeai.admin.alert;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.http.ReportedTime;
import edgeai.common.wire.Alert;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as a camera posts it, with its defaults.
 *
 * @param workerId empty where no worker was in it
 * @param eventId null where the camera gave none
 * @param reportedTimestamp what the camera said instead of an instant, else null
 */
public record CameraAlert(
    String cameraId,
    String workerId,
    long frameId,
    Instant timestamp,
    List<String> alertLabels,
    String level,
    String message,
    UUID eventId,
    String reportedTimestamp) {

  private static final long MAX_FRAME_ID = (1L << 53) - 1;
  private static final int MAX_LABELS = 200;

  /**
   * Leniently, as what nodes report is read.
   *
   * @param now stands for a timestamp that is no instant
   */
  static CameraAlert posted(JsonInput body, Instant now) {
    JsonInput in = body.leniently();
    ReportedTime time = ReportedTime.read(in, "timestamp", now);
    return read(in, time.instant(), time.reported());
  }

  /** As a row holds it. */
  static CameraAlert stored(JsonInput in) {
    String reported = in.hasValue("reported_timestamp") ? in.text("reported_timestamp") : null;
    return read(in.leniently(), in.instant("timestamp"), reported);
  }

  private static CameraAlert read(JsonInput in, Instant timestamp, String reported) {
    String workerId = in.text("worker_id", "");
    List<String> labels = in.texts("alert_labels");
    if (labels.size() > MAX_LABELS) {
      throw new InvalidInput("alert_labels has more than %d labels.".formatted(MAX_LABELS));
    }
    return new CameraAlert(
        in.id("camera_id"),
        workerId.isEmpty() ? "" : JsonInput.requireId("worker_id", workerId),
        in.whole("frame_id", 0, MAX_FRAME_ID, 0),
        timestamp,
        labels,
        Alert.level(in.text("level", Alert.INFO)),
        in.text("message", ""),
        in.uuid("event_id"),
        reported);
  }
}
