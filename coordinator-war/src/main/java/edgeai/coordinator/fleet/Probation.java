package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Of a worker that was in quarantine, or is new while something is held against its owner: it gets
 * one frame or piece at a time, and all it finds is looked at by another. Over once others agreed
 * eight times, or after an hour. Its {@link Trust} guards it.
 */
final class Probation {
  static final int CHECKS = 8;
  static final Duration LENGTH = Duration.ofHours(1);

  private final Reputation owner;
  private final Clock clock;

  private Instant since;
  private int agreed;

  /**
   * @param owner what is held against its owner
   */
  Probation(Reputation owner, Clock clock) {
    this.owner = owner;
    this.clock = clock;
    if (owner.convictions() > 0) {
      begin();
    }
  }

  void begin() {
    since = clock.instant();
    agreed = 0;
  }

  void end() {
    since = null;
    owner.leaves(this);
  }

  /** Its worker is out of the pool: another of its owner has its turn at once. */
  void left() {
    owner.leaves(this);
  }

  boolean isOn() {
    return since != null && owner.convictions() > 0 && clock.instant().isBefore(until());
  }

  private Instant until() {
    Instant end = owner.end();
    return (end.isAfter(since) ? end : since).plus(LENGTH);
  }

  /** Another found the same. */
  void agreed() {
    agreed++;
    if (agreed >= CHECKS) {
      end();
    }
  }

  /** Whether its owner's workers that are on probation get nothing at present. */
  boolean isBarred() {
    return isOn() && owner.barredUntil().isPresent();
  }

  /** Whether it may have work, as far as is known before it gets some. */
  boolean mayServe() {
    return !isOn() || owner.barredUntil().isEmpty() && owner.isTurnOf(this);
  }

  /** It gets work, where it may. */
  boolean takesTurn() {
    return !isOn() || owner.barredUntil().isEmpty() && owner.takesTurn(this);
  }

  /** What of it people are to know; null where it is not on. */
  String note() {
    return isOn()
        ? "on probation until %s or %d agreements: a worker of its owner was found wrong"
            .formatted(Quarantine.time(until()), CHECKS)
        : null;
  }

  /** Why it gets no frames; null where it may have some. */
  String reason() {
    if (!isOn()) {
      return null;
    }
    Optional<Instant> barred = owner.barredUntil();
    if (barred.isPresent()) {
      return "quarantined until %s: %d workers of its owner were found wrong"
          .formatted(Quarantine.time(barred.get()), owner.convictions());
    }
    return owner.isTurnOf(this)
        ? null
        : "on probation, after another worker of its owner: one of them was found wrong";
  }
}
