package edgeai.admin.analytics;

import edgeai.common.error.InvalidInput;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How wide the buckets of a series are; days begin at midnight UTC. */
enum BucketWidth {
  MINUTE(1, 1, Duration.ofHours(1)),
  HOUR(60, 60, Duration.ofDays(1)),
  DAY(24 * 60, 60, Duration.ofDays(30));

  private final long minutes;
  private final int stored;
  private final Duration usualSpan;

  BucketWidth(long minutes, int stored, Duration usualSpan) {
    this.minutes = minutes;
    this.stored = stored;
    this.usualSpan = usualSpan;
  }

  /**
   * @throws InvalidInput where there is no such width
   */
  static BucketWidth read(String text) {
    List<String> names =
        Arrays.stream(values()).map(width -> width.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(text)) {
      throw new InvalidInput("bucket must be one of %s.".formatted(String.join(", ", names)));
    }
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** The width of the stored buckets that it is made of, in minutes. */
  int stored() {
    return stored;
  }

  /** How far back a series goes unless it is asked for more or less. */
  Duration usualSpan() {
    return usualSpan;
  }

  Duration duration() {
    return Duration.ofMinutes(minutes);
  }

  /** The start of the bucket an instant is in. */
  Instant start(Instant instant) {
    return Instant.ofEpochSecond(start(instant, minutes) * 60);
  }

  /** The start of the bucket of so many minutes an instant is in, in minutes since 1970. */
  static long start(Instant instant, long minutes) {
    long minute = Math.floorDiv(instant.getEpochSecond(), 60);
    return Math.floorDiv(minute, minutes) * minutes;
  }
}
