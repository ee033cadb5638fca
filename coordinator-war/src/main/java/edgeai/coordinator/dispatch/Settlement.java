package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import edgeai.common.network.CallFailure;
import edgeai.common.wire.Detection;
import edgeai.coordinator.frame.Frame;
import java.util.List;

/**
 * Hands frames that are settled to the ledger. A frame is settled once, so nobody else would: one
 * whose result cannot be handed over has failed, and one of which not even that can be told is lost
 * to the ledger, which shows it, and does not hold up its job.
 */
final class Settlement implements SettledFrames {
  private static final String WHERE = "settled frame";

  private final SettledFrames ledger;
  private final DispatchFigures figures;
  private final Failures failures;

  Settlement(SettledFrames ledger, DispatchFigures figures, Failures failures) {
    this.ledger = ledger;
    this.figures = figures;
    this.failures = failures;
  }

  @Override
  public void completed(
      Frame frame, String workerId, String model, List<Detection> detections, double ms) {
    try {
      ledger.completed(frame, workerId, model, detections, ms);
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      failed(frame, workerId, sentence(e));
    }
  }

  @Override
  public void failed(Frame frame, String workerId, String reason) {
    figures.failed();
    try {
      ledger.failed(frame, workerId, reason);
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      frame.lost(sentence(e), e);
    }
  }

  /** The reason of a frame on which the coordinator itself failed. */
  static String sentence(Throwable e) {
    return "The coordinator failed on its result: " + CallFailure.words(e) + ".";
  }
}
