package edgeai.common.edge;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the thread that brought a request has left it. Payara keeps a dispatch back until
 * then; one that is asked for by another thread at that very moment it does twice, and the client
 * gets the body of its answer twice.
 */
final class Departure {
  private static final long LOOK_NANOS = Duration.ofMillis(1).toNanos();
  private static final int MOST_LOOKS = 10_000;

  private final AsyncContext context;
  private final Thread first = Thread.currentThread();

  /** Of the thread that is here. */
  Departure(AsyncContext context) {
    this.context = context;
  }

  /** Returns at once to that very thread, whose own dispatch waits for it. */
  void await() {
    if (Thread.currentThread() == first) {
      return;
    }
    for (int look = 0; look < MOST_LOOKS && !isOver(); look++) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    // what is left of it takes less than that
    LockSupport.parkNanos(LOOK_NANOS);
  }

  /** Once it has left, a context takes no other timeout (Servlet 6.1, 2.3.3.3). */
  private boolean isOver() {
    try {
      context.setTimeout(0);
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }
}
