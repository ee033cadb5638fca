package edgeai.common.audit;

import java.time.Duration;
import java.time.Instant;

/** How many lines somebody gets: many at once, few in the long run. Not thread-safe. */
final class Allowance {
  private final int most;
  private final double perMinute;
  private double left;
  private Instant last;

  /**
   * @param most at once
   * @param perMinute in the long run
   */
  Allowance(int most, double perMinute, Instant now) {
    this.most = most;
    this.perMinute = perMinute;
    this.left = most;
    this.last = now;
  }

  /** True where there is one more. */
  boolean take(Instant now) {
    double minutes = Math.max(0, Duration.between(last, now).toMillis() / 60_000.0);
    left = Math.min(most, left + minutes * perMinute);
    last = now;
    if (left < 1) {
      return false;
    }
    left--;
    return true;
  }
}
