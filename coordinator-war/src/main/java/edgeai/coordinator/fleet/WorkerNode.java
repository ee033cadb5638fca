package edgeai.coordinator.fleet;

import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One registration of one worker: its {@link SignsOfLife signs of life}, {@link Leases leases},
 * {@link WorkerPace pace} and {@link Conduct conduct}, which it alone guards. A worker that
 * registers again gets a new one.
 */
public final class WorkerNode {
  /** After it answered that it is full. */
  private static final Duration LEFT_ALONE = Duration.ofMillis(300);

  private final WorkerRegistration registration;
  private final Clock clock;
  private final Instant registeredAt;
  private final CoordinatorSettings.Pool limits;
  private final String refusal;
  private final SignsOfLife life;
  private final Conduct conduct;
  private final Leases leases;
  private final Leases pieces;
  private final WorkerPace pace = new WorkerPace();

  private Instant fullUntil = Instant.EPOCH;
  private boolean gone;
  private long piecesDone;

  /**
   * @param refusal why it gets no frames, null where it does
   * @param before its earlier registration, whose quarantine it takes over; null for none
   * @param limits how much silence it may keep
   */
  WorkerNode(
      WorkerRegistration registration,
      boolean local,
      String refusal,
      WorkerNode before,
      CoordinatorSettings.Pool limits,
      Clock clock) {
    this.registration = registration;
    this.refusal = refusal;
    this.limits = limits;
    this.clock = clock;
    this.registeredAt = clock.instant();
    this.life = new SignsOfLife(local, clock);
    this.leases = new Leases(registration.maxInFlight(), clock);
    this.pieces = new Leases(PiecePlaces.of(registration, local), clock);
    this.conduct =
        new Conduct(registration.workerId(), before == null ? null : before.conduct, clock);
  }

  public String id() {
    return registration.workerId();
  }

  public WorkerRegistration registration() {
    return registration;
  }

  public boolean isLocal() {
    return life.isLocal();
  }

  synchronized void heartbeat() {
    life.heard();
  }

  /** Whether it may get frames at all, now or when a place is free. */
  public synchronized boolean isServing() {
    return !gone
        && refusal == null
        && registration.announcesDetection()
        && !isSilent()
        && !conduct.quarantine().isOn();
  }

  synchronized boolean hasRoom() {
    return leases.hasRoom();
  }

  /** Takes a place and the circuit's leave; false where there is none. */
  synchronized boolean tryLease() {
    if (!isServing() || !hasRoom() || !conduct.circuit().tryAcquire()) {
      return false;
    }
    leases.begin();
    return true;
  }

  /** Whether it does pieces of video. */
  public boolean takesPieces() {
    return pieces.places() > 0;
  }

  /** Pieces that it may have at the same time. */
  public int piecePlaces() {
    return pieces.places();
  }

  /** Pieces that it has. */
  public synchronized int piecesHeld() {
    return pieces.taken();
  }

  /** Whether it may get a piece now, as far as is known without asking its circuit. */
  public synchronized boolean hasPieceRoom() {
    return isServing() && pieces.hasRoom() && !clock.instant().isBefore(fullUntil);
  }

  /** Takes a place for a piece and the circuit's leave; false where there is none. */
  public synchronized boolean tryLeasePiece() {
    if (!hasPieceRoom() || !conduct.circuit().tryAcquire()) {
      return false;
    }
    pieces.begin();
    return true;
  }

  /** The worker answered about a frame of a piece, which goes on. */
  public synchronized void did(double processingMs) {
    pace.processed(processingMs);
    heartbeat();
  }

  /** The worker is done with a piece. */
  public synchronized void pieceSucceeded() {
    pieces.end();
    piecesDone++;
    conduct.succeeded();
    heartbeat();
  }

  /** The worker answered that it cannot do this piece, which is no fault of its own. */
  public synchronized void pieceDeclined() {
    pieces.end();
    conduct.declined();
    heartbeat();
  }

  /** The worker did not do with a piece what it should. */
  public synchronized void pieceFailed(String reason) {
    pieces.end();
    conduct.failed(reason);
  }

  /** The worker answered about a piece what cannot be believed. */
  public synchronized void pieceImplausible(String reason) {
    pieceFailed(reason);
    conduct.implausible(reason);
  }

  /** The worker has more to do than is known here, and is left alone for a moment. */
  public synchronized void pieceRefused() {
    fullUntil = clock.instant().plus(LEFT_ALONE);
    pieceReleased();
  }

  /** The place for a piece is free again and nothing was learned. */
  public synchronized void pieceReleased() {
    pieces.end();
    conduct.circuit().release();
  }

  /** The worker answered about the frame. */
  public synchronized void succeeded(double latencyMs, double processingMs) {
    pace.note(latencyMs, processingMs, leases.taken());
    leases.end();
    conduct.succeeded();
    heartbeat();
  }

  /** The worker answered that it cannot do this frame, which is no fault of its own. */
  public synchronized void declined() {
    leases.end();
    conduct.declined();
    heartbeat();
  }

  /** The worker did not do what it should; it cost the worker, see {@link Circuit}. */
  public synchronized void failed(String reason) {
    leases.end();
    conduct.failed(reason);
  }

  /** The worker answered what cannot be believed; it may cost it more, see {@link Quarantine}. */
  public synchronized void implausible(String reason) {
    failed(reason);
    conduct.implausible(reason);
  }

  /** The worker sent what cannot be believed without having been asked. */
  public synchronized void postedImplausibly(String reason) {
    conduct.implausible(reason);
  }

  /** Whether its answers are not believed at present. */
  public synchronized boolean isQuarantined() {
    return conduct.quarantine().isOn();
  }

  /** The place is free again and nothing was learned. */
  public synchronized void released() {
    leases.end();
    conduct.circuit().release();
  }

  /** Whether it has ever answered: the first frame of an agent loads its model. */
  public synchronized boolean hasAnswered() {
    return conduct.hasAnswered();
  }

  synchronized void leave() {
    gone = true;
  }

  /** True once this registration is over: replaced, removed or forgotten. */
  public synchronized boolean isGone() {
    return gone;
  }

  /** Whether it has given no sign of life for so long that it gets no frames. */
  synchronized boolean isSilent() {
    return isSilent(limits.noFramesAfter());
  }

  synchronized boolean isSilent(Duration limit) {
    return life.isSilent(limit);
  }

  synchronized Duration silence() {
    return life.silence();
  }

  synchronized int inFlight() {
    return leases.taken();
  }

  /** Whether it has anything of ours at this moment. */
  synchronized boolean isBusy() {
    return leases.taken() > 0 || pieces.taken() > 0;
  }

  /** When a frame given now would be done, in ms from now; {@code unknown} is an untried pace. */
  synchronized double expectedFinishMs(double unknown) {
    return pace.expectedFinishMs(leases.taken(), unknown);
  }

  /** How long it usually takes with as many frames as it has now, in ms; 0 where not known. */
  public synchronized double expectedMs() {
    return pace.expectedMs(leases.taken());
  }

  synchronized double smoothedLatencyMs() {
    return pace.smoothedMs();
  }

  /**
   * As the contract shows it.
   *
   * @param framesOfPieces frames that it has in pieces and has not answered about
   */
  public synchronized Worker show(
      List<String> classes, String inputSize, long framesProcessed, int framesOfPieces) {
    return new Worker(
        id(),
        registration.ipAddress(),
        registration.port(),
        registration.hostname(),
        registration.ipAddress(),
        registeredAt,
        framesProcessed,
        registration.capabilities(),
        status(),
        life.last(),
        leases.taken() + framesOfPieces,
        pace.meanProcessingMs(),
        registration.maxInFlight(),
        conduct.circuit().state(),
        registration.model(),
        registration.modelSha256(),
        classes,
        inputSize,
        registration.provider(),
        refusal == null ? conduct.quarantine().reason() : refusal,
        registration.note(),
        conduct.quarantine().isOn(),
        conduct.lastError(),
        conduct.lastErrorAt(),
        takesPieces(),
        pieces.taken(),
        piecesDone);
  }

  /** Why it does no frames at present, as a predicate; null where nothing is known against it. */
  synchronized String trouble() {
    if (refusal != null) {
      return "gets no frames: " + refusal;
    }
    if (conduct.quarantine().isOn()) {
      return "is " + conduct.quarantine().reason();
    }
    if (isSilent()) {
      return "has been silent since " + Quarantine.time(life.last());
    }
    return conduct.trouble();
  }

  synchronized boolean isOffline() {
    return isSilent(limits.offlineAfter()) || conduct.circuit().isOpen();
  }

  private String status() {
    if (isOffline()) {
      return "offline";
    }
    return leases.isActive() || pieces.isActive() ? "active" : "idle";
  }
}
