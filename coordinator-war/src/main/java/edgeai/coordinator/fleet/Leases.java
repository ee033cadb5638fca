package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * A worker's places for one kind of work and those that are taken; its {@link WorkerNode} guards
 * those for frames, its {@link WorkerPieces} those for pieces.
 */
final class Leases {
  private static final Duration ACTIVE_FOR = Duration.ofSeconds(10);

  private final IntSupplier places;
  private final Clock clock;

  private int taken;
  private Instant lastEnded = Instant.EPOCH;

  /**
   * @param places how many there are when it is asked
   */
  Leases(IntSupplier places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  int places() {
    return places.getAsInt();
  }

  boolean hasRoom() {
    return taken < places();
  }

  void begin() {
    taken++;
  }

  /** Before anything else is said of the work, so that no place is lost over it. */
  void end() {
    taken--;
    lastEnded = clock.instant();
  }

  int taken() {
    return taken;
  }

  /** Whether one is taken, or was lately. */
  boolean isActive() {
    return taken > 0 || lastEnded.plus(ACTIVE_FOR).isAfter(clock.instant());
  }
}
