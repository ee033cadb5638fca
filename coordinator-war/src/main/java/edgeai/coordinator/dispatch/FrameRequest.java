package edgeai.coordinator.dispatch;

import edgeai.common.request.Requests;
import edgeai.common.wire.FrameTask;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FrameNonce;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;

/** A frame as a request: binary JPEG for workers that take it, base64 JSON for those that don't. */
final class FrameRequest {
  private FrameRequest() {}

  /**
   * @param worker that takes it binary or not, and can be told by which model to do it where it
   *     names its own
   */
  static HttpRequest of(Frame frame, URI address, WorkerNode worker) {
    boolean binary = worker.registration().acceptsJpeg();
    HttpRequest.Builder request =
        WorkerConnections.signed(HttpRequest.newBuilder(address), worker)
            .header(FrameNonce.HEADER, FrameNonce.of(frame.id(), worker));
    WorkerConnections.traced(request);
    if (worker.registration().modelSha256() != null) {
      request.header("Model-Sha256", frame.source().model());
    }
    if (binary) {
      request
          .header("Content-Type", "image/jpeg")
          .header("Task-Id", taskId(frame))
          .header("Frame-Id", Long.toString(frame.id()))
          .POST(BodyPublishers.ofByteArray(frame.picture().jpeg()));
      if (frame.picture().isReduced()) {
        request
            .header("Frame-Width", Integer.toString(frame.picture().width()))
            .header("Frame-Height", Integer.toString(frame.picture().height()));
      }
      if (!frame.tiles().isWhole()) {
        request.header("Tiles", frame.tiles().written());
      }
      frame.confidence().ifPresent(c -> request.header("Confidence", Double.toString(c)));
    } else if (!frame.tiles().isWhole()) {
      throw new IllegalArgumentException("base64 JSON does not say that a frame is to be cut");
    } else {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(frame)));
    }
    return request.build();
  }

  static String taskId(Frame frame) {
    return "frame-" + frame.id();
  }

  private static String json(Frame frame) {
    String picture = Base64.getEncoder().encodeToString(frame.picture().jpeg());
    Double confidence = frame.confidence().isEmpty() ? null : frame.confidence().getAsDouble();
    return Requests.write(new FrameTask(taskId(frame), frame.id(), picture, confidence));
  }
}
