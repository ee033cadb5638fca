package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * When a worker was last heard of; the one in this process always is. Its {@link WorkerStanding}
 * guards it.
 */
final class SignsOfLife {
  private final boolean local;
  private final Clock clock;

  private Instant last;

  SignsOfLife(boolean local, Clock clock) {
    this.local = local;
    this.clock = clock;
    this.last = clock.instant();
  }

  boolean isLocal() {
    return local;
  }

  void heard() {
    last = clock.instant();
  }

  Instant last() {
    return local ? clock.instant() : last;
  }

  Duration silence() {
    return local ? Duration.ZERO : Duration.between(last, clock.instant());
  }

  /** Whether nothing was heard for so long. */
  boolean isSilent(Duration limit) {
    return !local && silence().compareTo(limit) >= 0;
  }
}
