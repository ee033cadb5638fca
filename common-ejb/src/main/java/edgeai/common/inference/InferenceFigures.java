package edgeai.common.inference;

import edgeai.common.metrics.LatencyWindow;
import edgeai.common.metrics.RateWindow;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/** How many pictures were inferred, how fast, and when the last time. Thread-safe. */
public final class InferenceFigures {
  private final Clock clock;
  private final RateWindow rate;
  private final LatencyWindow latency = new LatencyWindow();
  private final LongAdder pictures = new LongAdder();
  private volatile Instant last;

  InferenceFigures(Clock clock) {
    this.clock = clock;
    this.rate = new RateWindow(clock);
  }

  void inferred(double ms) {
    pictures.increment();
    rate.count();
    latency.add(ms);
    last = clock.instant();
  }

  /** Pictures inferred since the start. */
  public long pictures() {
    return pictures.sum();
  }

  /** Pictures per second over the last 10 s. */
  public double perSecond() {
    return rate.perSecond();
  }

  public LatencyWindow.Snapshot latency() {
    return latency.snapshot();
  }

  /** When a picture was inferred the last time, empty where none was. */
  public Optional<Instant> last() {
    return Optional.ofNullable(last);
  }
}
