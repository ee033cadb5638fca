package edgeai.common.metrics;

import io.prometheus.metrics.core.datapoints.DistributionDataPoint;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Where the time of frames goes on this server, stage by stage. Thread-safe. */
@ApplicationScoped
public class StageTimes {
  private static final double NANOS_IN_SECOND = 1e9;

  /** What a frame goes through, in this order; a server sees those that it does itself. */
  public enum Stage {
    /** From the video's bytes to pixels, frames between two that are taken included. */
    DECODE,
    /** From pixels to JPEG. */
    ENCODE,
    /** Waiting for a free place at a worker. */
    QUEUE,
    /** At a remote worker, less what that worker says it took. */
    NETWORK,
    /** From JPEG to pixels. */
    JPEG_DECODE,
    /** From pixels to the input tensor. */
    LETTERBOX,
    /** The network itself. */
    INFER,
    /** From the output tensor to boxes. */
    SUPPRESS,
    /** Into the database. */
    STORE
  }

  // a stage has series once this server does it
  private final Histogram seconds =
      Histogram.builder()
          .name("edge_stage_seconds")
          .help("Time that a frame spent in a stage.")
          .labelNames("stage")
          .classicOnly()
          .classicUpperBounds(
              .0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30)
          .build();

  /** Counts one frame. */
  public void add(Stage stage, long nanos) {
    add(stage, nanos, 1);
  }

  /** Counts frames that went through together, each of which took its share. */
  public void add(Stage stage, long nanos, long frames) {
    DistributionDataPoint times = seconds.labelValues(stage.name().toLowerCase(Locale.ROOT));
    double each = Math.max(0, nanos) / NANOS_IN_SECOND / frames;
    for (long frame = 0; frame < frames; frame++) {
      times.observe(each);
    }
  }

  /** Counts one frame from its pixels to its boxes, in nanoseconds. */
  public void addInferred(long letterbox, long infer, long suppress) {
    add(Stage.LETTERBOX, letterbox);
    add(Stage.INFER, infer);
    add(Stage.SUPPRESS, suppress);
  }

  /** Shows the times to Prometheus. */
  public void register() {
    PrometheusRegistry.defaultRegistry.register(seconds);
  }
}
