package edgeai.worker.camera;

import edgeai.common.error.Refusal;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Alert;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a camera node and its admin server say to each other, in the contract's words. */
final class CameraMessages {
  private final String cameraId;

  CameraMessages(String cameraId) {
    this.cameraId = cameraId;
  }

  String detection(Instant at, Map<String, Integer> counts) {
    JsonObjectBuilder objects = Json.createObjectBuilder();
    counts.forEach(objects::add);
    return event(at)
        .add("detected_vehicles", counts.values().stream().mapToInt(Integer::intValue).sum())
        .add("vehicle_types", Json.createArrayBuilder(List.copyOf(counts.keySet())))
        .add("object_counts", objects)
        .build()
        .toString();
  }

  String alert(Alert alert) {
    return event(alert.timestamp())
        .add("worker_id", alert.workerId())
        .add("frame_id", alert.frameId())
        .add("alert_labels", Json.createArrayBuilder(alert.alertLabels()))
        .add("level", alert.level())
        .add("message", alert.message())
        .build()
        .toString();
  }

  private JsonObjectBuilder event(Instant at) {
    return Json.createObjectBuilder()
        .add("camera_id", cameraId)
        .add("timestamp", at.toString())
        .add("event_id", UUID.randomUUID().toString());
  }

  String acknowledgement(CameraCommand command, CameraState state) {
    return Json.createObjectBuilder()
        .add("type", "ack")
        .add(
            "data",
            Json.createObjectBuilder()
                .add("camera_id", cameraId)
                .add("command", command.word())
                .add("state", state.word()))
        .build()
        .toString();
  }

  /** The command that a message has for this camera, empty for any other message. */
  Optional<CameraCommand> command(String message) {
    if (!message.contains("\"control\"")) {
      return Optional.empty(); // an admin server of an older version tells of everything
    }
    try {
      JsonInput in = JsonInput.parse(Body.of(message));
      if (!in.text("type").equals("control")) {
        return Optional.empty();
      }
      JsonInput control = in.object("data");
      return control.text("camera_id").equals(cameraId)
          ? CameraCommand.of(control.text("command"))
          : Optional.empty();
    } catch (Refusal e) {
      return Optional.empty();
    }
  }
}
