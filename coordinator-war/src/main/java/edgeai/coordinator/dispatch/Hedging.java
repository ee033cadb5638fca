package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Attempt;
import edgeai.coordinator.frame.Frame;
import java.util.OptionalDouble;

/**
 * Whether a frame that one worker has should go to a second one as well: the first answer counts
 * (hedged requests after Dean and Barroso, "The Tail at Scale", 2013). A frame has two attempts out
 * at most.
 */
final class Hedging {
  private static final double LEAST_MS = 150;
  private static final double OVERDUE = 2;
  private static final double LOST = 4;
  private static final double LOST_LEAST_MS = 5_000;
  private static final int MOST_COPIES = 2;

  private Hedging() {}

  /**
   * Within how many ms another worker must be expected to be done for a hedge to be worth an idle
   * place; empty where none is.
   *
   * @param elapsedMs since the attempt began
   * @param expectedMs what the worker usually takes, 0 where that is not known
   */
  static OptionalDouble worthWithin(Attempt attempt, double elapsedMs, double expectedMs) {
    if (elapsedMs < LEAST_MS || !mayBeHedged(attempt)) {
      return OptionalDouble.empty();
    }
    if (expectedMs == 0) {
      return OptionalDouble.of(elapsedMs);
    }
    return elapsedMs > OVERDUE * expectedMs
        ? OptionalDouble.of(Double.MAX_VALUE)
        : OptionalDouble.of(Math.abs(expectedMs - elapsedMs) / 2);
  }

  /** Whether it is so late that it comes before frames that still wait. */
  static boolean isLost(Attempt attempt, double elapsedMs, double expectedMs) {
    return isFarTooLate(elapsedMs, expectedMs) && mayBeHedged(attempt);
  }

  /** Whether another worker did the frame while this one owed its answer for far too long. */
  static boolean isOwed(Attempt attempt, double elapsedMs, double expectedMs) {
    return isFarTooLate(elapsedMs, expectedMs)
        && attempt.frame().isSettled()
        && !attempt.hasPosted();
  }

  /** Never of a worker whose pace is unknown: its first frame loads its model. */
  private static boolean isFarTooLate(double elapsedMs, double expectedMs) {
    return expectedMs > 0 && elapsedMs > Math.max(LOST_LEAST_MS, LOST * expectedMs);
  }

  private static boolean mayBeHedged(Attempt attempt) {
    Frame frame = attempt.frame();
    return !frame.isSettled() && !frame.isCancelled() && frame.copiesOut() < MOST_COPIES;
  }
}
