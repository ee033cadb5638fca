package edgeai.coordinator.dispatch;

import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.StoredOutcome;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What an attempt that is over comes to: its frame is settled, or goes elsewhere. */
final class Conclusion {
  private static final Logger LOG = Logger.getLogger(Conclusion.class.getName());

  private final WaitingFrames waiting;
  private final Settlement settled;
  private final DispatchFigures figures;
  private final SpotChecks checks;

  Conclusion(
      WaitingFrames waiting, Settlement settled, DispatchFigures figures, SpotChecks checks) {
    this.waiting = waiting;
    this.settled = settled;
    this.figures = figures;
    this.checks = checks;
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

  /**
   * A frame that shows what another does.
   *
   * @param source what became of that one, null where it is not known
   */
  void follow(Frame frame, StoredOutcome source) {
    if (source == null || !source.result().hasCompleted()) {
      frame.reusesNothing();
      waiting.takesBack(frame);
    } else if (frame.settle()) {
      FrameResult result = source.result();
      settled.completed(frame, result.workerId(), source.model(), result.detections(), 0);
    }
  }

  private void complete(Attempt attempt, WorkerAnswer.Detected detected, double latencyMs) {
    figures.answered(attempt, latencyMs, detected.processingTimeMs());
    attempt.frame().strikes().disprovedBy(attempt.worker());
    String model = attempt.worker().modelInLedger(attempt.frame().source().model());
    if (!attempt.frame().settle()) {
      attempt.wasOvertaken();
      figures.wasOvertaken();
      return;
    }
    settled.completed(
        attempt.frame(),
        attempt.worker().id(),
        model,
        detected.detections(),
        detected.processingTimeMs());
    checks.consider(attempt.frame(), attempt.worker(), detected.detections());
  }

  /** The worker is gone, or silent, with the frame. */
  void gone(Attempt attempt, String reason) {
    attempt.worker().failed(reason);
    Verdict.silent(attempt.frame(), attempt.worker());
    retry(attempt, reason);
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
          "%d workers failed on it; the last, %s: %s"
              .formatted(frame.strikes().count(), worker, reason));
    }
  }

  void fail(Frame frame, String workerId, String reason) {
    if (frame.settle()) {
      settled.failed(frame, workerId, reason);
    }
  }
}
