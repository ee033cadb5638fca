package edgeai.coordinator.dispatch;

import edgeai.common.wire.Detection;
import java.util.List;

/** What came of sending one frame to one worker. */
sealed interface Answer {
  /** The worker's detections, which count. */
  record Detected(List<Detection> detections, double processingTimeMs) implements Answer {}

  /** The worker says it is done and has posted its result by itself. */
  record Delivered() implements Answer {}

  /**
   * The worker says that this frame cannot be done: a strike against the frame.
   *
   * @param costsWorker whether the worker is to blame too, as for an internal error
   */
  record Declined(String reason, boolean costsWorker) implements Answer {}

  /** The worker refused, was full, or answered nonsense: the frame goes elsewhere. */
  record Unserved(String reason) implements Answer {}

  /** The worker broke off in the middle or did not answer in time. */
  record Died(String reason) implements Answer {}
}
