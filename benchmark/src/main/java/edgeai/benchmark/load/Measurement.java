package edgeai.benchmark.load;

import java.time.Duration;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What is measured of a load between a warm-up and its end. Thread-safe. */
public final class Measurement {
  private static final int DIGITS = 3;

  private final long beginsAt;
  private final long endsAt;
  private final Histogram answered = new ConcurrentHistogram(DIGITS);
  private final Histogram completed = new ConcurrentHistogram(DIGITS);
  private long first;
  private long last;
  private long frames;

  /** Starts now, with the warm-up. */
  public Measurement(Duration warmUp, Duration length) {
    beginsAt = System.nanoTime() + warmUp.toNanos();
    endsAt = beginsAt + length.toNanos();
    first = beginsAt;
    last = beginsAt;
  }

  /** Whether nothing more need be sent. */
  public boolean isOver() {
    return System.nanoTime() - endsAt >= 0;
  }

  /** One that was due then has its answer. */
  public void answered(long dueAt) {
    record(answered, dueAt);
  }

  /** Nothing is left to do for one that was due then. */
  public synchronized void completed(long dueAt) {
    record(completed, dueAt);
    long now = System.nanoTime();
    if (now - beginsAt < 0) {
      // from one completion to another, or rates of a few that come together would be uneven
      first = now;
    } else if (now - endsAt < 0) {
      frames++;
      last = now;
    }
  }

  private void record(Histogram histogram, long dueAt) {
    if (dueAt - beginsAt >= 0 && dueAt - endsAt < 0) {
      histogram.recordValue(Math.max(0, System.nanoTime() - dueAt));
    }
  }

  /**
   * What was seen; nothing where nothing was completed in time.
   *
   * @param sent frames altogether
   */
  public synchronized LoadFigures figures(long sent) {
    double rate = frames == 0 ? 0 : frames * 1e9 / (last - first);
    return new LoadFigures(sent, rate, Tail.of(answered), Tail.of(completed));
  }
}
