package edgeai.coordinator.fleet;

import edgeai.common.wire.FrameAttempt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * What became of the frames that a worker was given, and how long inference took it, while it is
 * known by its id: another registration goes on with what the one before had. Thread-safe.
 */
public final class WorkerTally {
  private static final double MS_IN_SECOND = 1_000;

  private static final List<String> OUTCOMES =
      List.of(
          FrameAttempt.COMPLETED,
          FrameAttempt.DECLINED,
          FrameAttempt.FAILED,
          FrameAttempt.DIED,
          FrameAttempt.GONE,
          FrameAttempt.CANCELLED,
          FrameAttempt.OVERTAKEN);

  private final Map<String, LongAdder> attempts = new TreeMap<>();
  private final LongAdder inferred = new LongAdder();
  private final DoubleAdder inferredMs = new DoubleAdder();

  WorkerTally() {
    OUTCOMES.forEach(outcome -> attempts.put(outcome, new LongAdder()));
  }

  /**
   * Counts an attempt that is over.
   *
   * @param outcome one of {@link FrameAttempt}, save that it is still out
   */
  public void ended(String outcome) {
    attempts.get(outcome).increment();
  }

  void inferred(double ms) {
    inferred.increment();
    inferredMs.add(Math.max(0, ms));
  }

  /** Attempts that are over, by their outcomes, all of which are there. */
  public Map<String, LongAdder> attempts() {
    return attempts;
  }

  /** Frames that it said it inferred. */
  public long inferred() {
    return inferred.sum();
  }

  /** How long that took altogether, as it said. */
  public double inferredSeconds() {
    return inferredMs.sum() / MS_IN_SECOND;
  }
}
