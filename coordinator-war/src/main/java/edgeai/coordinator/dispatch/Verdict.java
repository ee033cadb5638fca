package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;

/** What an answer means: whom it costs what, and how the frame goes on. */
sealed interface Verdict {
  /** The frame is done with these detections. */
  record Completed(WorkerAnswer.Detected detected) implements Verdict {}

  /** The frame wants another worker, or is struck out. */
  record TryAgain(String reason) implements Verdict {}

  /** Nothing is left to do for the frame. */
  record Closed() implements Verdict {}

  /** Books the answer to the worker and the frame; the attempt is over. */
  static Verdict on(Frame frame, WorkerNode worker, WorkerAnswer answer, double latencyMs) {
    if (frame.isCancelled()) {
      worker.released();
      return new Closed();
    }
    if (answer instanceof WorkerAnswer.Detected detected) {
      worker.succeeded(latencyMs, detected.processingTimeMs());
      return new Completed(detected);
    }
    if (answer instanceof WorkerAnswer.Delivered) {
      worker.succeeded(latencyMs, latencyMs);
      return new Closed();
    }
    blame(frame, worker, answer);
    return new TryAgain(answer.reason());
  }

  /** The silence of one that never did anything says nothing of the frame. */
  static void silent(Frame frame, WorkerNode worker) {
    if (worker.isProven()) {
      frame.strikes().diedOn(worker);
    }
  }

  private static void blame(Frame frame, WorkerNode worker, WorkerAnswer answer) {
    if (answer instanceof WorkerAnswer.Declined declined) {
      if (declined.costsWorker()) {
        worker.failed(declined.reason());
      } else {
        worker.declined();
      }
      frame.strikes().declined(worker);
    } else if (answer instanceof WorkerAnswer.Died) {
      worker.failed(answer.reason());
      frame.strikes().diedOn(worker);
    } else if (answer instanceof WorkerAnswer.Silent) {
      worker.failed(answer.reason());
      silent(frame, worker);
    } else if (answer instanceof WorkerAnswer.Implausible) {
      worker.implausible(answer.reason());
    } else if (answer instanceof WorkerAnswer.Lacking && worker.lacks(frame.source().model())) {
      worker.released();
    } else if (answer instanceof WorkerAnswer.Undelivered) {
      worker.failed(answer.reason());
      // a strike, or the frame would go back to the last worker for ever
      frame.strikes().declined(worker);
    } else {
      worker.failed(answer.reason());
    }
  }
}
