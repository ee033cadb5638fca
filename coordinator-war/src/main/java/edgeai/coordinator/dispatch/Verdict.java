package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.function.Consumer;

/** What an answer means: whom it costs what, and how the frame goes on. */
sealed interface Verdict {
  /** The frame is done with these detections. */
  record Completed(WorkerAnswer.Detected detected) implements Verdict {}

  /** The frame wants another worker, or is struck out. */
  record TryAgain(String reason) implements Verdict {}

  /** Nothing is left to do for the frame. */
  record Closed() implements Verdict {}

  /**
   * Books the answer to the worker, whose place is free then, and to the frame; the attempt is
   * over.
   */
  static Verdict on(Frame frame, WorkerNode worker, WorkerAnswer answer, double latencyMs) {
    Consumer<WorkerNode> cost = WorkerNode::released;
    try {
      cost = cost(frame, worker, answer, latencyMs);
    } finally {
      cost.accept(worker);
    }
    if (frame.isCancelled()) {
      return new Closed();
    }
    if (answer instanceof WorkerAnswer.Detected detected) {
      return new Completed(detected);
    }
    if (answer instanceof WorkerAnswer.Delivered) {
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

  /** What it costs the worker, or does not: each of them gives its place back. */
  private static Consumer<WorkerNode> cost(
      Frame frame, WorkerNode worker, WorkerAnswer answer, double latencyMs) {
    if (frame.isCancelled()) {
      return WorkerNode::released;
    }
    String reason = answer.reason();
    return switch (answer) {
      case WorkerAnswer.Detected done -> node -> node.succeeded(latencyMs, done.processingTimeMs());
      case WorkerAnswer.Delivered done -> node -> node.succeeded(latencyMs, latencyMs);
      case WorkerAnswer.Declined declined when !declined.costsWorker() -> WorkerNode::declined;
      case WorkerAnswer.Implausible implausible -> node -> node.implausible(reason);
      case WorkerAnswer.Lacking lacking when worker.lacks(frame.source().model()) ->
          WorkerNode::released;
      default -> node -> node.failed(reason);
    };
  }

  private static void blame(Frame frame, WorkerNode worker, WorkerAnswer answer) {
    if (answer instanceof WorkerAnswer.Died) {
      frame.strikes().diedOn(worker);
    } else if (answer instanceof WorkerAnswer.Silent) {
      silent(frame, worker);
    } else if (answer instanceof WorkerAnswer.Declined
        || answer instanceof WorkerAnswer.Undelivered) {
      // a strike, or the frame would go back to the last worker for ever
      frame.strikes().declined(worker);
    }
  }
}
