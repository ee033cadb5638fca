package edgeai.common.video;

import edgeai.common.guard.Schedule;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs an action once when a wait for a process has used up its patience. At most one task is
 * scheduled at a time, however often a wait begins and ends; it looks a few times in each limit.
 */
final class StallWatch implements AutoCloseable {
  private static final int LOOKS = 10;

  private final Schedule timer;
  private final Supplier<Duration> processor;
  private final Runnable onStall;
  private Future<?> pending;
  private long pendingAt;
  private boolean waiting;
  private Patience patience = new Patience(Duration.ZERO);
  private Patience seen;
  private long seenAt;
  private Duration seenProcessor;
  private boolean stalled;

  /**
   * @param processor processor time that the process took so far
   */
  StallWatch(Schedule timer, Supplier<Duration> processor, Runnable onStall) {
    this.timer = timer;
    this.processor = processor;
    this.onStall = onStall;
  }

  /** A wait begins that may cost so much. */
  synchronized void begin(Duration limit) {
    patience = new Patience(limit);
    waiting = true;
    long first = System.nanoTime() + betweenLooks();
    if (pending != null && pendingAt - first > 0) {
      pending.cancel(false);
      pending = null;
    }
    if (pending == null) {
      schedule(first);
    }
  }

  /** The wait is over. */
  synchronized void end() {
    waiting = false;
  }

  /** Whether a wait used up its patience. */
  synchronized boolean stalled() {
    return stalled;
  }

  /** The patience of the last wait. */
  synchronized Patience patience() {
    return patience;
  }

  private long betweenLooks() {
    return Math.max(1, patience.limit().toNanos() / LOOKS);
  }

  private void schedule(long at) {
    pendingAt = at;
    long delay = Math.max(1, at - System.nanoTime());
    pending = timer.after("decoder watch", Duration.ofNanos(delay), this::look);
  }

  /** What passed before the first look at a wait is not counted: nobody saw what it went into. */
  private synchronized void look() {
    pending = null;
    if (!waiting) {
      return;
    }
    long now = System.nanoTime();
    try {
      spend(now, processor.get());
    } finally {
      // a look that failed is not the last one
      if (!patience.isOver()) {
        schedule(now + betweenLooks());
      }
    }
    if (patience.isOver()) {
      stalled = true;
      waiting = false;
      onStall.run();
    }
  }

  private void spend(long now, Duration taken) {
    if (seen == patience) {
      patience.spend(Duration.ofNanos(now - seenAt), taken.minus(seenProcessor));
    }
    seen = patience;
    seenAt = now;
    seenProcessor = taken;
  }

  @Override
  public synchronized void close() {
    waiting = false;
    if (pending != null) {
      pending.cancel(false);
      pending = null;
    }
  }
}
