package edgeai.coordinator.fleet;

import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Whether one registration of a worker may get work, and why not: what refuses it, its {@link
 * SignsOfLife signs of life} and its {@link Conduct conduct}, which it alone guards. Thread-safe.
 */
final class WorkerStanding {
  private final WorkerRegistration registration;
  private final CoordinatorSettings.Pool limits;
  private String refusal;
  private String note;
  private final SignsOfLife life;
  private final Conduct conduct;
  private final EarnedPlaces places;
  private final Trust trust;
  private boolean stuck;
  private boolean gone;

  /**
   * @param trust how far what it finds is believed
   * @param refusal why it gets no work, null where it does
   * @param limits how much silence it may keep
   */
  WorkerStanding(
      WorkerRegistration registration,
      boolean local,
      Trust trust,
      String refusal,
      CoordinatorSettings.Pool limits,
      Clock clock) {
    this.registration = registration;
    this.refusal = refusal;
    this.note = registration.note();
    this.limits = limits;
    this.life = new SignsOfLife(local, clock);
    this.places =
        local
            ? EarnedPlaces.all(registration.maxInFlight())
            : EarnedPlaces.from(registration.maxInFlight());
    this.trust = trust;
    this.conduct = new Conduct(registration.workerId(), clock);
  }

  boolean isLocal() {
    return life.isLocal();
  }

  /** Whether it may get work at all, now or when a place is free. */
  synchronized boolean isServing() {
    return !gone
        && refusal == null
        && registration.announcesDetection()
        && !isSilent()
        && !stuck
        && trust.mayServe();
  }

  /**
   * Takes the leave to give it work; whoever gets it must say how that went, or {@link #release}.
   */
  synchronized boolean tryAcquire() {
    return isServing() && conduct.circuit().tryAcquire() && takesTurn();
  }

  private boolean takesTurn() {
    boolean takes = trust.takesTurn();
    if (!takes) {
      conduct.circuit().release();
    }
    return takes;
  }

  /** The work is given up and nothing was learned. */
  synchronized void release() {
    conduct.circuit().release();
  }

  /** It gave a sign of life. */
  synchronized void heard() {
    life.heard();
  }

  /** How many frames it may have at the same time. */
  int places() {
    return trust.isOnProbation() ? 1 : places.now();
  }

  /** Whether it has ever done a frame. */
  boolean isProven() {
    return places.areProven();
  }

  /** It did a frame of work that goes on. */
  synchronized void did() {
    places.answered();
    life.heard();
  }

  /** It did its work. */
  synchronized void succeeded() {
    places.answered();
    conduct.succeeded();
    life.heard();
  }

  /** It answered that it cannot do this work; nothing is known by that alone. */
  synchronized void declined() {
    conduct.declined();
    life.heard();
  }

  /** It did not do what it should; it cost the worker, see {@link Circuit}. */
  synchronized void failed(String reason) {
    places.failed();
    conduct.failed(reason);
  }

  /** Whether it has ever answered. */
  synchronized boolean hasAnswered() {
    return conduct.hasAnswered();
  }

  /** Whether all its places are taken by work that does not end. */
  synchronized void isStuck(boolean now) {
    stuck = now;
  }

  /** This registration is over. */
  synchronized void leave() {
    gone = true;
  }

  synchronized boolean isGone() {
    return gone;
  }

  /** Whether it has given no sign of life for so long that it gets no work. */
  synchronized boolean isSilent() {
    return isSilent(limits.noFramesAfter());
  }

  synchronized boolean isSilent(Duration limit) {
    return life.isSilent(limit);
  }

  synchronized Duration silence() {
    return life.silence();
  }

  synchronized Instant lastSeen() {
    return life.last();
  }

  synchronized boolean isOffline() {
    return isSilent(limits.offlineAfter()) || conduct.circuit().isOpen();
  }

  /** {@code closed}, {@code open} or {@code half_open}. */
  synchronized String circuit() {
    return conduct.circuit().state();
  }

  /** Why it gets no work from now on; null where it may have some. True where that is news. */
  synchronized boolean refuse(String reason) {
    boolean news = !Objects.equals(refusal, reason);
    refusal = reason;
    return news;
  }

  /** It says what is odd about it, null for nothing. */
  synchronized void remarks(String said) {
    note = said;
  }

  /** What it says is odd about it, or what people are to know; null for nothing. */
  synchronized String note() {
    return note == null ? trust.note() : note;
  }

  /** Why it gets no work, with what it says of that itself; null where it may have some. */
  synchronized String refusal() {
    if (refusal == null) {
      return trust.bar();
    }
    boolean saysWhy = !registration.announcesDetection() && note != null;
    return saysWhy ? refusal + ": " + note : refusal;
  }

  /** Null where it did its last work. */
  synchronized String lastError() {
    return conduct.lastError();
  }

  /** Null where it did its last work. */
  synchronized Instant lastErrorAt() {
    return conduct.lastErrorAt();
  }

  /** Why it does no frames at present, as a predicate; null where nothing is known against it. */
  synchronized String trouble() {
    if (refusal != null) {
      return "gets no frames: " + refusal;
    }
    if (stuck) {
      return "is stuck: inferences do not end, and all its places are taken";
    }
    String bar = trust.bar();
    if (bar != null) {
      return "is " + bar;
    }
    if (isSilent()) {
      return "has been silent since " + Quarantine.time(life.last());
    }
    return conduct.trouble();
  }
}
