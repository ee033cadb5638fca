package edgeai.common.metrics;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The latest thousand inference times. */
public final class LatencyWindow {
  private static final int SIZE = 1_000;

  private final double[] samples = new double[SIZE];
  private long count;

  /**
   * How long inference took.
   *
   * @param avgMs mean
   * @param p95Ms 95 of 100 took no longer
   * @param samples how many times the numbers stand for
   */
  @Schema(name = "Latency")
  public record Snapshot(double avgMs, double p95Ms, long samples) {}

  public synchronized void add(double ms) {
    samples[(int) (count++ % SIZE)] = ms;
  }

  public synchronized Snapshot snapshot() {
    int held = (int) Math.min(count, SIZE);
    if (held == 0) {
      return new Snapshot(0, 0, 0);
    }
    double[] sorted = Arrays.copyOf(samples, held);
    Arrays.sort(sorted);
    double p95 = sorted[(int) Math.ceil(held * 0.95) - 1];
    return new Snapshot(round(Arrays.stream(sorted).sum() / held), round(p95), held);
  }

  private static double round(double ms) {
    return Math.round(ms * 10) / 10.0;
  }
}
