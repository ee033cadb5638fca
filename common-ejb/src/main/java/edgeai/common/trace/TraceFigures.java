package edgeai.common.trace;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** What became of the steps that ended. Thread-safe. */
public final class TraceFigures {
  /** OpenTelemetry makes its parts by itself, before any bean, and once in a process. */
  public static final TraceFigures OF_PROCESS = new TraceFigures();

  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder exported = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  TraceFigures() {}

  /** One more waits, if there is room for it. */
  boolean enter(int most) {
    if (waiting.incrementAndGet() <= most) {
      return true;
    }
    waiting.decrementAndGet();
    dropped.increment();
    return false;
  }

  void left(int steps, boolean taken) {
    waiting.addAndGet(-steps);
    (taken ? exported : lost).add(steps);
  }

  /** Those that wait for the collector, or are on their way to it. */
  public int waiting() {
    return waiting.get();
  }

  /** Those that the collector took. */
  public long exported() {
    return exported.sum();
  }

  /** Those that it did not take, since it was away or refused them. */
  public long lost() {
    return lost.sum();
  }

  /** Those that found no room to wait. */
  public long dropped() {
    return dropped.sum();
  }
}
