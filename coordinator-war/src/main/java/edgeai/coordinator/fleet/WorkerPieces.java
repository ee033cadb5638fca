package edgeai.coordinator.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

/**
 * The pieces of video that one worker has: its places for them, how many are taken, and what those
 * that ended mean for its standing. Thread-safe.
 */
public final class WorkerPieces {
  /** After it answered that it is full. */
  private static final Duration LEFT_ALONE = Duration.ofMillis(300);

  private final WorkerStanding standing;
  private final Trust trust;
  private final Leases leases;
  private final Clock clock;

  private Instant fullUntil = Instant.EPOCH;
  private long done;

  /**
   * @param places as many as there are when it is asked, 0 for a worker that does no pieces
   */
  WorkerPieces(IntSupplier places, WorkerStanding standing, Trust trust, Clock clock) {
    this.standing = standing;
    this.trust = trust;
    this.leases = new Leases(places, clock);
    this.clock = clock;
  }

  /** Pieces that it may have at the same time. */
  public int places() {
    return leases.places();
  }

  /** Pieces that it has. */
  public synchronized int held() {
    return leases.taken();
  }

  /** Pieces that it is done with. */
  synchronized long done() {
    return done;
  }

  /** Whether it has a piece, or had one lately. */
  synchronized boolean areActive() {
    return leases.isActive();
  }

  /** Whether it may get a piece now, as far as is known without asking its circuit. */
  public synchronized boolean hasRoom() {
    return standing.isServing() && leases.hasRoom() && !clock.instant().isBefore(fullUntil);
  }

  /** Takes a place and the circuit's leave; false where there is none. */
  public synchronized boolean tryLease() {
    if (!hasRoom() || !standing.tryAcquire()) {
      return false;
    }
    leases.begin();
    return true;
  }

  /** The worker is done with a piece. */
  public synchronized void succeeded() {
    leases.end();
    standing.succeeded();
    done++;
  }

  /** The worker answered that it cannot do this piece, which is no fault of its own. */
  public synchronized void declined() {
    leases.end();
    standing.declined();
  }

  /** The worker did not do with a piece what it should. */
  public synchronized void failed(String reason) {
    leases.end();
    standing.failed(reason);
  }

  /** The worker answered about a piece what cannot be believed. */
  public synchronized void implausible(String reason) {
    failed(reason);
    trust.implausible(reason);
  }

  /** The worker has more to do than is known here, and is left alone for a moment. */
  public synchronized void refused() {
    released();
    fullUntil = clock.instant().plus(LEFT_ALONE);
  }

  /** The place is free again and nothing was learned. */
  public synchronized void released() {
    leases.end();
    standing.release();
  }
}
