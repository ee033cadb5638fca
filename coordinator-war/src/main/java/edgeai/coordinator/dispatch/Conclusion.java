package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an attempt that is over comes to: its frame is settled, or goes elsewhere. */
final class Conclusion {
  private static final Logger LOG = Logger.getLogger(Conclusion.class.getName());

  private final WaitingFrames waiting;
  private final SettledFrames settled;
  private final DispatchFigures figures;

  Conclusion(WaitingFrames waiting, SettledFrames settled, DispatchFigures figures) {
    this.waiting = waiting;
    this.settled = settled;
    this.figures = figures;
  }

  /** The worker answered. */
  void of(Attempt attempt, WorkerAnswer answer) {
    double latencyMs = System.nanoTime() / 1e6 - attempt.startedAtMs();
    Verdict verdict = Verdict.on(attempt.frame(), attempt.worker(), answer, latencyMs);
    if (verdict instanceof Verdict.Completed completed) {
      complete(attempt, completed.detected(), latencyMs);
    } else if (verdict instanceof Verdict.TryAgain again) {
      retry(attempt, again.reason());
    }
  }

  private void complete(Attempt attempt, WorkerAnswer.Detected detected, double latencyMs) {
    figures.answered(attempt, latencyMs, detected.processingTimeMs());
    if (!attempt.frame().settle()) {
      attempt.wasOvertaken();
      figures.wasOvertaken();
      return;
    }
    try {
      settled.completed(
          attempt.frame(),
          attempt.worker().id(),
          attempt.worker().registration().modelOrUnknown(),
          detected.detections(),
          detected.processingTimeMs());
    } catch (RuntimeException | Error e) {
      // it is settled already: nobody else would store what became of it, and its job waits for
      // that
      figures.failed();
      settled.failed(attempt.frame(), attempt.worker().id(), sentence(e));
      throw e;
    }
  }

  /** The reason of a frame on which the coordinator itself failed. */
  static String sentence(Throwable e) {
    return "The coordinator failed on its result: " + e;
  }

  /** The frame goes elsewhere, unless another worker has it still, or has failed. */
  void retry(Attempt attempt, String reason) {
    Frame frame = attempt.frame();
    String worker = attempt.worker().id();
    LOG.log(
        Level.FINE,
        "frame {0} on worker {1}: {2}",
        new Object[] {Long.toString(frame.id()), worker, reason});
    if (!waiting.takesBack(frame)) {
      fail(
          frame,
          worker,
          "%d workers failed on it; the last, %s: %s".formatted(Frame.STRIKES, worker, reason));
    }
  }

  void fail(Frame frame, String workerId, String reason) {
    if (frame.settle()) {
      figures.failed();
      settled.failed(frame, workerId, reason);
    }
  }
}
