package edgeai.admin.analytics;

import edgeai.common.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Counts over time in buckets of one width, gapless and oldest first. The most frequent labels have
 * a count of their own, the rest is {@code other}.
 */
final class Series {
  private static final int MAX_BUCKETS = 1_500;
  private static final int LABELS = 20;

  private final BucketWidth width;
  private final Instant first;
  private final int buckets;
  private final Map<String, long[]> labels = new HashMap<>();

  /**
   * One bucket; {@code timestamp} is its start.
   *
   * @param timestamp where the bucket begins
   * @param totalVehicles how many objects in all
   * @param typeDistribution how many of each label
   */
  @Schema(name = "SeriesPoint")
  public record Point(Instant timestamp, long totalVehicles, Map<String, Long> typeDistribution) {}

  private Series(BucketWidth width, Instant first, int buckets) {
    this.width = width;
    this.first = first;
    this.buckets = buckets;
  }

  /**
   * An empty series from the bucket with {@code since} to the one with {@code until}.
   *
   * @throws InvalidInput where these are too many
   */
  static Series between(BucketWidth width, Instant since, Instant until) {
    Instant first = width.start(since);
    long buckets =
        Math.max(0, Duration.between(first, width.start(until)).dividedBy(width.duration()) + 1);
    if (buckets > MAX_BUCKETS) {
      throw new InvalidInput(
          "since lies %d buckets back, and a series has at most %d: take a wider bucket or a later since."
              .formatted(buckets, MAX_BUCKETS));
    }
    return new Series(width, first, (int) buckets);
  }

  /** The first minute since 1970 it covers. */
  long from() {
    return first.getEpochSecond() / 60;
  }

  /** The last minute since 1970 it covers. */
  long to() {
    return from() + buckets * width.duration().toMinutes() - 1;
  }

  /** Adds a count to the bucket with this minute since 1970, which must lie within. */
  void add(long minute, String label, long amount) {
    int bucket = (int) ((minute - from()) / width.duration().toMinutes());
    labels.computeIfAbsent(label, name -> new long[buckets])[bucket] += amount;
  }

  List<Point> points() {
    Map<String, long[]> shown = shown();
    List<Point> points = new ArrayList<>(buckets);
    for (int bucket = 0; bucket < buckets; bucket++) {
      Map<String, Long> counts = new TreeMap<>();
      long total = 0;
      for (var label : shown.entrySet()) {
        long count = label.getValue()[bucket];
        total += count;
        if (count > 0) {
          counts.put(label.getKey(), count);
        }
      }
      points.add(new Point(first.plus(width.duration().multipliedBy(bucket)), total, counts));
    }
    return points;
  }

  private Map<String, long[]> shown() {
    Map<String, long[]> shown = new HashMap<>();
    labels.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, long[]> label) -> -sum(label.getValue()))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            label ->
                shown.merge(
                    shown.size() < LABELS ? label.getKey() : Names.OTHER,
                    label.getValue(),
                    Series::plus));
    return shown;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private static long[] plus(long[] one, long[] other) {
    long[] sum = one.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other[i];
    }
    return sum;
  }
}
