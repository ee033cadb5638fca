package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Keeps frames from a worker whose answers cannot be believed: three such answers within one
 * registration, or one that others showed to be wrong, put it aside for five minutes, after which a
 * single one does so again. A new registration is a fresh start, unless it comes while the
 * quarantine is on. Not thread-safe.
 */
final class Quarantine {
  static final Duration LENGTH = Duration.ofMinutes(5);

  private static final Logger LOG = Logger.getLogger(Quarantine.class.getName());
  private static final int MOST_IMPLAUSIBLE = 3;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private int implausible;
  private Instant until = Instant.EPOCH;
  private String last;

  private Quarantine(Clock clock) {
    this.clock = clock;
  }

  /** The quarantine of a registration that follows another, whose own is null for none. */
  static Quarantine after(Quarantine before, Clock clock) {
    Quarantine quarantine = new Quarantine(clock);
    if (before != null && before.isOn()) {
      quarantine.implausible = before.implausible;
      quarantine.until = before.until;
      quarantine.last = before.last;
    }
    return quarantine;
  }

  /** True where it begins by that. */
  boolean implausible(String workerId, String reason) {
    implausible++;
    last = reason;
    return begins(workerId);
  }

  /**
   * One answer that is known to be wrong, and not only hard to believe, is enough; true where it
   * begins by that.
   */
  boolean convict(String workerId, String reason) {
    implausible = Math.max(implausible, MOST_IMPLAUSIBLE);
    last = reason;
    return begins(workerId);
  }

  private boolean begins(String workerId) {
    boolean begins = implausible >= MOST_IMPLAUSIBLE && !isOn();
    if (begins) {
      until = clock.instant().plus(LENGTH);
      LOG.log(Level.WARNING, "worker {0} is {1}", new Object[] {workerId, reason()});
    }
    return begins;
  }

  /** It is over, and nothing of it counts any more. */
  void end() {
    implausible = 0;
    until = Instant.EPOCH;
  }

  boolean isOn() {
    return until.isAfter(clock.instant());
  }

  /** A moment as people read it in a sentence. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** Why it gets no frames; null where it may have some. */
  String reason() {
    return isOn()
        ? "quarantined until %s: its answers cannot be believed (the last: %s)"
            .formatted(time(until), last)
        : null;
  }
}
