package edgeai.coordinator.result;

import edgeai.common.metrics.LatencyWindow;
import edgeai.common.metrics.RateWindow;
import edgeai.coordinator.frame.Frame;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.atomic.LongAdder;

/**
 * How fast frames are done: the rate over the last 10 s, the latest inference times, and what they
 * take from end to end.
 */
@ApplicationScoped
public class Pace {
  private static final double NANOS_IN_SECOND = 1e9;

  private final Clock clock;

  private final Histogram seconds =
      Histogram.builder()
          .name("edge_frame_seconds")
          .help("Since a frame was decoded, or went to a worker in a piece, until it was stored.")
          .labelNames("way")
          .classicOnly()
          .classicUpperBounds(.01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60, 300)
          .build();

  private final LongAdder reused = new LongAdder();
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
    reused.increment();
  }

  /** A frame that completed is in the ledger. */
  void frameStored(Frame frame) {
    seconds
        .labelValues(frame.isOfPiece() ? "pieces" : "frames")
        .observe(frame.ageNanos() / NANOS_IN_SECOND);
  }

  /** Frames that took no inference, since the start. */
  public long reused() {
    return reused.sum();
  }

  /** Shows to Prometheus how long frames take from end to end. */
  public void register() {
    PrometheusRegistry.defaultRegistry.register(seconds);
  }

  /** Frames per second over the last 10 s. */
  public double fps() {
    return rate.perSecond();
  }

  public LatencyWindow.Snapshot latency() {
    return latency.snapshot();
  }
}
