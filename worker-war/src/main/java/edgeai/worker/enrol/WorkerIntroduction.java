package edgeai.worker.enrol;

import edgeai.common.door.OwnSecret;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.piece.PieceHeader;
import edgeai.common.request.Requests;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import edgeai.worker.settings.WorkerSettings;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a worker says of itself, in the contract's words. */
final class WorkerIntroduction {
  private WorkerIntroduction() {}

  static String json(WorkerSettings settings, OwnSecret secret, ModelCard card) {
    return json(settings, secret, Optional.of(card), card.note());
  }

  /** Of a worker that can infer nothing, and says why. */
  static String withoutModel(WorkerSettings settings, OwnSecret secret, String reason) {
    return json(settings, secret, Optional.empty(), reason);
  }

  private static String json(
      WorkerSettings settings, OwnSecret secret, Optional<ModelCard> card, String note) {
    return Requests.write(
        new WorkerRegistration(
            settings.workerId(),
            settings.hostName(),
            settings.advertised(),
            settings.port(),
            capabilities(settings, card.isPresent()),
            List.of(WorkerRegistration.JPEG, WorkerRegistration.CUT_JPEG, PieceHeader.MEDIA_TYPE),
            card.map(ModelCard::sha256).orElse(null),
            card.map(ModelCard::name).orElse(null),
            card.map(ModelCard::provider).orElse(null),
            settings.maxInFlight(),
            note,
            secret.text()));
  }

  private static List<String> capabilities(WorkerSettings settings, boolean detects) {
    List<String> capabilities = new ArrayList<>();
    if (detects) {
      capabilities.add(WorkerRegistration.CAPABILITY);
    }
    settings.fingerprint().map(WorkerRegistration::secure).ifPresent(capabilities::add);
    return capabilities;
  }

  /**
   * That it lives.
   *
   * @param models hashes of those that it has open
   */
  static String heartbeat(List<String> models, Optional<String> note) {
    return Requests.write(new WorkerHeartbeat(models, note.orElse(null)));
  }

  /** Hashes of the models that the coordinator wants; none where it says nothing of them. */
  static List<String> wantedOf(HttpResponse<String> heard) {
    if (heard.statusCode() != 200) {
      return List.of();
    }
    JsonInput answer = JsonInput.parse(Body.of(heard.body())).leniently();
    return answer.has("models") ? answer.texts("models") : List.of();
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
