package edgeai.benchmark.jobs;

import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Places for frames, each of which keeps one for the same time: tells when a frame will be done,
 * whose turn is after all that came before. Thread-safe.
 */
final class PlaceQueue {
  private final long delayNanos;
  private final Queue<Long> freeAt = new PriorityQueue<>();

  PlaceQueue(int places, long delayNanos, long now) {
    this.delayNanos = delayNanos;
    for (int place = 0; place < places; place++) {
      freeAt.add(now);
    }
  }

  /** When a frame that comes now will be done, by the same clock. */
  synchronized long book(long now) {
    long done = Math.max(now, freeAt.remove()) + delayNanos;
    freeAt.add(done);
    return done;
  }
}
