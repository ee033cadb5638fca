package edgeai.common.network;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long after each failure, with a random part, so
 * that many who lost one server do not come back to it at the same moment.
 */
public final class GrowingPause {
  private final long firstMs;
  private final long longestMs;
  private final RandomGenerator random;
  private long nextMs;

  public GrowingPause(Duration first, Duration longest, RandomGenerator random) {
    this.firstMs = first.toMillis();
    this.longestMs = longest.toMillis();
    this.random = random;
    this.nextMs = firstMs;
  }

  /** The pause after one more failure, in ms: between half of it and all of it. */
  public long next() {
    long whole = nextMs;
    nextMs = Math.min(longestMs, nextMs * 2);
    return whole / 2 + random.nextLong(whole / 2 + 1);
  }

  /** It worked: the next failure is a first one. */
  public void reset() {
    nextMs = firstMs;
  }
}
