package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;

/** What an answer means: whom it costs what, and how the frame goes on. */
sealed interface Verdict {
  /** The frame is done with these detections. */
  record Done(Answer.Detected detected) implements Verdict {}

  /** The frame wants another worker, or is struck out. */
  record TryAgain(String reason) implements Verdict {}

  /** Nothing is left to do for the frame. */
  record Settled() implements Verdict {}

  /** Books the answer to the worker and the frame; the attempt is over. */
  static Verdict on(Frame frame, WorkerNode worker, Answer answer, double latencyMs) {
    if (frame.isCancelled()) {
      worker.released();
      return new Settled();
    }
    if (answer instanceof Answer.Detected detected) {
      worker.succeeded(latencyMs, detected.processingTimeMs());
      return new Done(detected);
    }
    if (answer instanceof Answer.Delivered && frame.isSettled()) {
      worker.succeeded(latencyMs, latencyMs);
      return new Settled();
    }
    return new TryAgain(blame(frame, worker, answer));
  }

  private static String blame(Frame frame, WorkerNode worker, Answer answer) {
    if (answer instanceof Answer.Declined declined) {
      if (declined.costsWorker()) {
        worker.failed(declined.reason());
      } else {
        worker.declined();
      }
      frame.declined();
      return declined.reason();
    }
    if (answer instanceof Answer.Died died) {
      worker.failed(died.reason());
      frame.diedOn(worker);
      return died.reason();
    }
    if (answer instanceof Answer.Unserved unserved) {
      worker.failed(unserved.reason());
      return unserved.reason();
    }
    String reason = "said ok, but posted no result";
    worker.failed(reason);
    // a strike, or the frame would go back to the last worker for ever
    frame.declined();
    return reason;
  }
}
