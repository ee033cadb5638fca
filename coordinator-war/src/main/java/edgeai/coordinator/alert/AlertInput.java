package edgeai.coordinator.alert;

import edgeai.common.http.JsonInput;
import edgeai.common.wire.Alert;
import edgeai.coordinator.dispatch.DetectionInput;
import java.util.List;

/** An alert as a worker posts it, and as a row holds it. */
final class AlertInput {
  private AlertInput() {}

  static Alert read(JsonInput in) {
    long frameId = in.whole("frame_id", 0, DetectionInput.MAX_FRAME_ID);
    return new Alert(
        in.id("worker_id"),
        frameId,
        in.instant("timestamp"),
        DetectionInput.read(in),
        in.texts("alert_labels"),
        in.choice("level", Alert.INFO, List.of(Alert.INFO, Alert.WARNING, Alert.CRITICAL)),
        in.text("message", ""),
        (int) in.whole("count", 1, Integer.MAX_VALUE, 1),
        in.whole("first_frame_id", 0, DetectionInput.MAX_FRAME_ID, frameId),
        in.whole("last_frame_id", 0, DetectionInput.MAX_FRAME_ID, frameId),
        in.hasValue("job_id") ? in.text("job_id") : null);
  }
}
