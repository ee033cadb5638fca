package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is held against one owner, whichever ids its workers have: how many of them were put into
 * quarantine within a day. For as long, what is new of it is on {@link Probation}, one worker at a
 * time; from the second on it gets nothing for ten minutes, twice as long each time, up to 80
 * minutes. On this machine, which is everybody's, nobody is kept out for what another did.
 * Thread-safe.
 */
final class Reputation {
  /** For so long it is remembered. */
  static final Duration MEMORY = Duration.ofDays(1);

  /** So long a worker may go without work before another has its turn. */
  static final Duration TURN = Duration.ofSeconds(30);

  private static final int MOST_DOUBLED = 4;

  private final boolean shared;
  private final Clock clock;

  private int convictions;
  private Instant last = Instant.EPOCH;
  private Probation turn;
  private Instant turnUntil = Instant.EPOCH;

  /**
   * @param shared whether others may have the same owner who have nothing to do with each other
   */
  Reputation(boolean shared, Clock clock) {
    this.shared = shared;
    this.clock = clock;
  }

  /** One of its workers was put into quarantine. */
  synchronized void convicted() {
    convictions = convictions() + 1;
    last = clock.instant();
  }

  /** How many were, as far as it is remembered. */
  synchronized int convictions() {
    boolean remembered = convictions > 0 && clock.instant().isBefore(end().plus(MEMORY));
    return remembered ? convictions : 0;
  }

  /** Until when its workers on probation get nothing; empty where they may have some. */
  synchronized Optional<Instant> barredUntil() {
    return convictions > 1 && end().isAfter(clock.instant())
        ? Optional.of(end())
        : Optional.empty();
  }

  /** When the last was over, or will be. */
  synchronized Instant end() {
    return shared || convictions < 2
        ? last
        : last.plus(Quarantine.LENGTH.multipliedBy(1L << Math.min(MOST_DOUBLED, convictions - 1)));
  }

  /** Whether this one, and no other on probation, may have work. */
  synchronized boolean isTurnOf(Probation one) {
    return turn == null || turn == one || !turnUntil.isAfter(clock.instant());
  }

  /** It gets work, where it may. */
  synchronized boolean takesTurn(Probation one) {
    if (!isTurnOf(one)) {
      return false;
    }
    turn = one;
    turnUntil = clock.instant().plus(TURN);
    return true;
  }

  /** Its probation is over, or it is out of the pool. */
  synchronized void leaves(Probation one) {
    if (turn == one) {
      turn = null;
    }
  }

  /** An operator says that nothing is held against it any more. */
  synchronized void forget() {
    convictions = 0;
  }
}
