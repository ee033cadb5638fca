package edgeai.coordinator.dispatch;

/**
 * How long a frame of one job takes one worker, as its lines tell: over the last few of them, since
 * they may come in bunches. Not thread-safe; its {@link PlanWorkers} guards it.
 */
final class PiecePace {
  private static final int LINES = 32;

  /** Fewer tell nothing. */
  private static final int LEAST = 4;

  private final long[] times = new long[LINES];
  private int lines;
  private double knownMs;

  /** The worker had nothing to do before: how long its next line takes tells nothing. */
  void wasIdle() {
    lines = 0;
  }

  /** A line came. */
  void line(long nanos) {
    times[lines++ % LINES] = nanos;
    int kept = Math.min(lines, LINES);
    if (kept > LEAST) {
      long oldest = times[lines <= LINES ? 0 : lines % LINES];
      knownMs = Math.max(0.01, (nanos - oldest) / 1e6 / (kept - 1));
    }
  }

  /** 0 where not known. */
  double ms() {
    return knownMs;
  }
}
