package edgeai.benchmark.events;

import java.util.Arrays;

/** How long each of many calls took. */
final class Latencies {
  private long[] nanos = new long[1 << 10];
  private int count;

  void add(long took) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = took;
  }

  int count() {
    return count;
  }

  /**
   * Milliseconds within which so many of a hundred calls were answered.
   *
   * @throws IllegalStateException if there was no call
   */
  double millis(int percent) {
    if (count == 0) {
      throw new IllegalStateException("no call was answered");
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.max(0, (long) count * percent / 100 - 1)] / 1e6;
  }
}
