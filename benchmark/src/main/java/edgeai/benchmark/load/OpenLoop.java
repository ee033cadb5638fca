package edgeai.benchmark.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Each is due at a time that was set before, whether the earlier ones have their answers or not, so
 * that whoever is slow cannot ask for less.
 */
public final class OpenLoop implements Pacing {
  private final double perSecond;
  private final long startsAt = System.nanoTime();
  private long sent;

  public OpenLoop(double perSecond) {
    this.perSecond = perSecond;
  }

  @Override
  public long awaitDue() throws InterruptedException {
    long due = startsAt + Math.round(sent++ * TimeUnit.SECONDS.toNanos(1) / perSecond);
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      if (Thread.interrupted()) {
        throw new InterruptedException("interrupted while nothing was due");
      }
      LockSupport.parkNanos(left);
    }
    return due;
  }

  @Override
  public void answered() {
    // what is due next does not wait for it
  }
}
