package edgeai.common.video;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs an action once when a wait lasts too long. At most one task is scheduled at a time, however
 * often a wait begins and ends.
 */
final class StallWatch implements AutoCloseable {
  private final ScheduledExecutorService timer;
  private final Runnable onStall;
  private ScheduledFuture<?> pending;
  private long pendingAt;
  private long deadline;
  private boolean waiting;
  private Duration limit = Duration.ZERO;
  private boolean stalled;

  StallWatch(ScheduledExecutorService timer, Runnable onStall) {
    this.timer = timer;
    this.onStall = onStall;
  }

  /** A wait begins that may last this long. */
  synchronized void begin(Duration longest) {
    limit = longest;
    deadline = System.nanoTime() + longest.toNanos();
    waiting = true;
    if (pending != null && pendingAt - deadline > 0) {
      pending.cancel(false);
      pending = null;
    }
    if (pending == null) {
      schedule(deadline);
    }
  }

  /** The wait is over. */
  synchronized void end() {
    waiting = false;
  }

  /** Whether a wait lasted too long. */
  synchronized boolean stalled() {
    return stalled;
  }

  /** The limit of the last wait. */
  synchronized Duration limit() {
    return limit;
  }

  private void schedule(long at) {
    pendingAt = at;
    long delay = Math.max(1, at - System.nanoTime());
    pending = timer.schedule(this::check, delay, TimeUnit.NANOSECONDS);
  }

  private synchronized void check() {
    pending = null;
    if (!waiting) {
      return;
    }
    if (deadline - System.nanoTime() > 0) {
      schedule(deadline);
      return;
    }
    stalled = true;
    waiting = false;
    onStall.run();
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
