package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.List;

/** What dispatch hands to stage 5, result: a frame that completed, or one that failed. */
public interface Settled {
  /**
   * @param model what the worker announced of its model
   */
  void completed(
      Frame frame, String workerId, String model, List<Detection> detections, double processingMs);

  void failed(Frame frame, String workerId, String reason);

  /** The sha256 a worker announced, or {@code unknown}. */
  static String modelOf(WorkerNode worker) {
    String sha256 = worker.registration().modelSha256();
    return sha256 == null ? "unknown" : sha256;
  }
}
