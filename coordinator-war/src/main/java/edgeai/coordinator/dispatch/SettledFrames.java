package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import edgeai.coordinator.frame.Frame;
import java.util.List;

/** What dispatch hands to stage 5, result: a frame that completed, or one that failed. */
public interface SettledFrames {
  /**
   * @param model what the worker announced of its model
   */
  void completed(
      Frame frame, String workerId, String model, List<Detection> detections, double processingMs);

  void failed(Frame frame, String workerId, String reason);
}
