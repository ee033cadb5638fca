package edgeai.cli.follow;

import java.util.concurrent.atomic.AtomicLong;

/** Whether any of the servers that start together gets on: one may have to wait for another. */
public final class SharedProgress {
  private final AtomicLong steps = new AtomicLong();

  /** One of them got on. */
  void step() {
    steps.incrementAndGet();
  }

  /** Grows while one of them gets on. */
  long steps() {
    return steps.get();
  }
}
