package edgeai.common.metrics;

import java.time.Clock;

/** Events per second over the last ten full seconds, in constant space. */
public final class RateWindow {
  private static final int SECONDS = 10;

  private final Clock clock;
  private final long startedAt;
  private final long[] second = new long[SECONDS + 1];
  private final long[] count = new long[SECONDS + 1];

  public RateWindow(Clock clock) {
    this.clock = clock;
    this.startedAt = clock.millis();
  }

  public synchronized void count() {
    long now = clock.millis() / 1000;
    int slot = (int) (now % second.length);
    if (second[slot] != now) {
      second[slot] = now;
      count[slot] = 0;
    }
    count[slot]++;
  }

  public synchronized double perSecond() {
    long now = clock.millis();
    long sum = 0;
    for (int i = 0; i < second.length; i++) {
      if (second[i] > now / 1000 - SECONDS) {
        sum += count[i];
      }
    }
    // the newest second is still filling, and the window is young at first
    double covered = Math.min((now - startedAt) / 1000.0, SECONDS - 1 + (now % 1000) / 1000.0);
    return covered <= 0 ? 0 : Math.round(sum / Math.max(covered, 0.5) * 10) / 10.0;
  }
}
