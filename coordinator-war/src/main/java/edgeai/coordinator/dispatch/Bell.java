package edgeai.coordinator.dispatch;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Wakes who waits for something that others did; a ring that nobody hears is not lost. */
final class Bell {
  private boolean rung;

  synchronized void ring() {
    rung = true;
    notifyAll();
  }

  /** Waits for a ring since the last time, for so long at most. */
  synchronized void await(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis();
        !rung && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
    rung = false;
  }

  /** Waits until something is true that others say with {@link #ring}, for so long at most. */
  synchronized void await(BooleanSupplier truth, Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    for (long left = atMost.toMillis();
        !truth.getAsBoolean() && left > 0;
        left = (end - System.nanoTime()) / 1_000_000) {
      wait(left);
    }
  }
}
