package edgeai.admin.alert;

import edgeai.common.http.JsonInput;
import edgeai.common.http.Problem;
import edgeai.common.wire.Alert;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An alert as a camera posts it, with its defaults.
 *
 * @param workerId empty where no worker was in it
 * @param eventId null where the camera gave none
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

  private static final long MAX_FRAME_ID = (1L << 53) - 1;
  private static final int MAX_LABELS = 200;
  private static final List<String> LEVELS = List.of(Alert.INFO, Alert.WARNING, Alert.CRITICAL);

  static CameraAlert read(JsonInput in) {
    String workerId = in.text("worker_id", "");
    List<String> labels = in.texts("alert_labels");
    if (labels.size() > MAX_LABELS) {
      throw Problem.unprocessable("alert_labels has more than %d labels.".formatted(MAX_LABELS));
    }
    return new CameraAlert(
        in.id("camera_id"),
        workerId.isEmpty() ? "" : JsonInput.requireId("worker_id", workerId),
        in.whole("frame_id", 0, MAX_FRAME_ID, 0),
        in.instant("timestamp"),
        labels,
        in.choice("level", Alert.INFO, LEVELS),
        in.text("message", ""),
        in.uuid("event_id"));
  }
}
