package edgeai.benchmark.viewers;

import java.util.ArrayList;
import java.util.List;

/** Points in time at which something happened again. */
final class Ticks {
  private final List<Long> nanos = new ArrayList<>();

  /** It happened at this time of {@link System#nanoTime}. */
  synchronized void add(long at) {
    nanos.add(at);
  }

  synchronized int count() {
    return nanos.size();
  }

  /**
   * How often a second it happened, from the first time to the last.
   *
   * @param from the first that counts, from 0
   * @param to the first that does not count any more
   * @throws IllegalStateException if it did not happen twice in between
   */
  synchronized double perSecond(int from, int to) {
    if (to - from < 2) {
      throw new IllegalStateException("too few frames were done to tell the job's rate");
    }
    return (to - from - 1) * 1e9 / (nanos.get(to - 1) - nanos.get(from));
  }
}
