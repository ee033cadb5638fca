package edgeai.common.process;

import java.time.Duration;

/** Counts who is inside; once closed it lets nobody in, and whoever closed it sees the last go. */
public final class Gate {
  private int inside;
  private boolean closed;

  /** False where the gate is closed; whoever was let in must {@link #leave}. */
  public synchronized boolean enter() {
    if (!closed) {
      inside++;
    }
    return !closed;
  }

  public synchronized void leave() {
    inside--;
    notifyAll();
  }

  public synchronized int inside() {
    return inside;
  }

  /** Lets nobody in from now on. */
  public synchronized void close() {
    closed = true;
  }

  public synchronized boolean isClosed() {
    return closed;
  }

  /** Waits until all have left; false where some stayed for longer than that. */
  public synchronized boolean awaitEmpty(Duration patience) throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (inside > 0) {
      long leftMs = (until - System.nanoTime()) / 1_000_000;
      if (leftMs <= 0) {
        return false;
      }
      wait(leftMs);
    }
    return true;
  }
}
