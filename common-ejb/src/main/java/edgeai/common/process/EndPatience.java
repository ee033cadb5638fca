package edgeai.common.process;

import java.time.Duration;

/**
 * How long an end may take. Busy is not broken: of a time counts the share of the processor that
 * the process got of what it asked for. One that hangs asks for nothing, and all of it counts.
 */
final class EndPatience {
  /** The farewell, and what the container needs for its own end. */
  static final Duration COUNTED = Duration.ofSeconds(15);

  /** Whatever it gets: who ends a machine does not wait for ever. */
  static final Duration LATEST = Duration.ofSeconds(120);

  /** Where more passed between two looks the process stood still. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Duration limit;
  private Duration counted = Duration.ZERO;
  private Duration total = Duration.ZERO;
  private Duration got;
  private Duration waited;

  /**
   * @param limit of what counts
   * @param got processor time of the process so far
   * @param waited for the processor, all its threads
   */
  EndPatience(Duration limit, Duration got, Duration waited) {
    this.limit = limit;
    this.got = got;
    this.waited = waited;
  }

  /**
   * Looks once more.
   *
   * @param passed since the last look
   */
  void look(Duration passed, Duration gotNow, Duration waitedNow) {
    Duration taken = passed.compareTo(LONGEST) > 0 ? LONGEST : passed;
    double had = grown(gotNow, got);
    double asked = had + grown(waitedNow, waited);
    counted =
        counted.plusNanos(asked == 0 ? taken.toNanos() : (long) (taken.toNanos() * had / asked));
    total = total.plus(taken);
    got = gotNow;
    waited = waitedNow;
  }

  private static double grown(Duration now, Duration before) {
    return Math.max(0, now.minus(before).toNanos());
  }

  boolean isOver() {
    return counted.compareTo(limit) >= 0 || total.compareTo(LATEST) >= 0;
  }
}
