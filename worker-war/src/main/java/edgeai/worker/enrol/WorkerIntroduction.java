package edgeai.worker.enrol;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.vision.ModelCard;
import edgeai.worker.settings.WorkerSettings;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a worker says of itself, in the contract's words. */
final class WorkerIntroduction {
  private WorkerIntroduction() {}

  static String json(WorkerSettings settings, ModelCard card) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("worker_id", settings.workerId())
            .add("hostname", settings.hostName())
            .add("ip_address", settings.advertised())
            .add("port", settings.port())
            .add("capabilities", Json.createArrayBuilder().add("yolov8n"))
            .add("accepts", Json.createArrayBuilder().add("image/jpeg"))
            .add("model_sha256", card.sha256())
            .add("model", card.name())
            .add("provider", card.provider())
            .add("max_in_flight", settings.maxInFlight());
    if (card.note() != null) {
      json.add("note", card.note());
    }
    return json.build().toString();
  }

  /** Why the coordinator gives it no frames, or what else it remarks. */
  static Optional<String> noteOf(String answer) {
    JsonInput worker = JsonInput.parse(Body.of(answer)).object("data");
    return worker.hasValue("refusal") ? Optional.of(worker.text("refusal")) : Optional.empty();
  }

  static String path(WorkerSettings settings) {
    return "/workers/" + inPath(settings.workerId());
  }

  static String heartbeatPath(WorkerSettings settings) {
    return "/heartbeat/" + inPath(settings.workerId());
  }

  private static String inPath(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
