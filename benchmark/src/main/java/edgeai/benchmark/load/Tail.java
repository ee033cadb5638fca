package edgeai.benchmark.load;

import org.HdrHistogram.Histogram;

/** How long most of them took, in milliseconds. */
public record Tail(double p50Ms, double p99Ms, double p999Ms) {
  static Tail of(Histogram nanos) {
    return new Tail(millis(nanos, 50), millis(nanos, 99), millis(nanos, 99.9));
  }

  private static double millis(Histogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / 1e6;
  }
}
