package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;

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
    if (answer instanceof Answer.Delivered) {
      worker.succeeded(latencyMs, latencyMs);
      return new Settled();
    }
    blame(frame, worker, answer);
    return new TryAgain(answer.reason());
  }

  private static void blame(Frame frame, WorkerNode worker, Answer answer) {
    if (answer instanceof Answer.Declined declined) {
      if (declined.costsWorker()) {
        worker.failed(declined.reason());
      } else {
        worker.declined();
      }
      frame.declined();
    } else if (answer instanceof Answer.Died) {
      worker.failed(answer.reason());
      frame.diedOn(worker);
    } else if (answer instanceof Answer.Implausible) {
      worker.implausible(answer.reason());
    } else if (answer instanceof Answer.Undelivered) {
      worker.failed(answer.reason());
      // a strike, or the frame would go back to the last worker for ever
      frame.declined();
    } else {
      worker.failed(answer.reason());
    }
  }
}
