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
  private final CheckRecord record;
  private boolean gone;

  /**
   * @param refusal why it gets no work, null where it does
   * @param before of its earlier registration, whose quarantine it takes over; null for none
   * @param limits how much silence it may keep
   */
  WorkerStanding(
      WorkerRegistration registration,
      boolean local,
      String refusal,
      WorkerStanding before,
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
    this.record = before == null ? new CheckRecord() : before.record;
    this.conduct =
        new Conduct(registration.workerId(), before == null ? null : before.conduct, clock);
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
        && !isQuarantined();
  }

  /**
   * Takes the leave to give it work; whoever gets it must say how that went, or {@link #release}.
   */
  synchronized boolean tryAcquire() {
    return isServing() && conduct.circuit().tryAcquire();
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
    return places.now();
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

  /** What came of its spot checks, those of its earlier registrations included. */
  CheckRecord record() {
    return record;
  }

  synchronized boolean isToBeChecked(double share, double random) {
    return record.chooses(share, random, registration.modelSha256() != null);
  }

  synchronized void agreed() {
    record.agreed();
  }

  /** One that is known to be wrong is put aside, unless nobody knows which model it has. */
  synchronized void disagreed(String evidence, boolean wrong) {
    record.disagreed(evidence);
    if (wrong && registration.modelSha256() != null) {
      conduct.wrong(evidence);
    } else if (wrong) {
      conduct.implausible(evidence);
    }
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

  /** It sent what cannot be believed; it may cost it more, see {@link Quarantine}. */
  synchronized void implausible(String reason) {
    conduct.implausible(reason);
  }

  /** Whether its answers are not believed at present. */
  synchronized boolean isQuarantined() {
    return conduct.quarantine().isOn();
  }

  /** Whether it has ever answered. */
  synchronized boolean hasAnswered() {
    return conduct.hasAnswered();
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

  /** What it says is odd about it, null for nothing. */
  synchronized String note() {
    return note;
  }

  /** Why it gets no work, with what it says of that itself; null where it may have some. */
  synchronized String refusal() {
    if (refusal == null) {
      return conduct.quarantine().reason();
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
    if (isQuarantined()) {
      return "is " + conduct.quarantine().reason();
    }
    if (isSilent()) {
      return "has been silent since " + Quarantine.time(life.last());
    }
    return conduct.trouble();
  }
}
