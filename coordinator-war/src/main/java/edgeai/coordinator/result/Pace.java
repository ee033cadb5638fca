package edgeai.coordinator.result;

import edgeai.common.metrics.LatencyWindow;
import edgeai.common.metrics.RateWindow;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** How fast frames are done: the rate over the last 10 s and the latest inference times. */
@ApplicationScoped
public class Pace {
  private final Clock clock;

  private RateWindow rate;
  private LatencyWindow latency;

  @Inject
  public Pace(Clock clock) {
    this.clock = clock;
  }

  /** For the container's proxy. */
  Pace() {
    this(null);
  }

  @PostConstruct
  void start() {
    rate = new RateWindow(clock);
    latency = new LatencyWindow();
  }

  void frameDone(double processingMs) {
    rate.count();
    latency.add(processingMs);
  }

  /** One that took no inference. */
  void frameReused() {
    rate.count();
  }

  /** Frames per second over the last 10 s. */
  public double fps() {
    return rate.perSecond();
  }

  public LatencyWindow.Snapshot latency() {
    return latency.snapshot();
  }
}
