package edgeai.worker.enrol;

import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.vision.ModelCard;
import edgeai.worker.settings.WorkerSettings;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a worker says of itself, in the contract's words. */
final class WorkerIntroduction {
  private WorkerIntroduction() {}

  static String json(WorkerSettings settings, ModelCard card) {
    return json(settings, Optional.of(card), card.note());
  }

  /** Of a worker that can infer nothing, and says why. */
  static String withoutModel(WorkerSettings settings, String reason) {
    return json(settings, Optional.empty(), reason);
  }

  private static String json(WorkerSettings settings, Optional<ModelCard> card, String note) {
    JsonArrayBuilder capabilities = Json.createArrayBuilder();
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("worker_id", settings.workerId())
            .add("hostname", settings.hostName())
            .add("ip_address", settings.advertised())
            .add("port", settings.port())
            .add("accepts", Json.createArrayBuilder().add("image/jpeg"))
            .add("max_in_flight", settings.maxInFlight());
    card.ifPresent(
        model -> {
          capabilities.add("yolov8n");
          json.add("model_sha256", model.sha256())
              .add("model", model.name())
              .add("provider", model.provider());
        });
    json.add("capabilities", capabilities);
    if (note != null) {
      json.add("note", note);
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
