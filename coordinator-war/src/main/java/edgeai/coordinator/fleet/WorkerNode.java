package edgeai.coordinator.fleet;

import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.settings.CoordinatorSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * One registration of one worker: its {@link WorkerStanding standing}, the frames and the {@link
 * WorkerPieces pieces} that it has, and its {@link WorkerPace pace}. A worker that registers again
 * gets a new one. Thread-safe.
 */
public final class WorkerNode {
  private final WorkerRegistration registration;
  private final Owner owner;
  private final Instant since;
  private final Trust trust;
  private final WorkerStanding standing;
  private final WorkerModels models;
  private final Leases leases;
  private final WorkerPieces pieces;
  private final WorkerPace pace = new WorkerPace();
  private final WorkerTally tally;
  private final WorkerView view;

  private int held;

  /**
   * @param reputation of its owner
   * @param owner who made it known
   * @param models that it has
   * @param refusal why it gets no frames, null where it does
   * @param before the earlier registration of its id, whose quarantine it takes over where it has
   *     the same owner; null for none
   * @param limits how much silence it may keep
   */
  WorkerNode(
      WorkerRegistration registration,
      Reputation reputation,
      Owner owner,
      WorkerModels models,
      String refusal,
      WorkerNode before,
      CoordinatorSettings.Pool limits,
      Clock clock) {
    this.registration = registration;
    this.owner = owner;
    this.models = models;
    boolean local = owner.isCoordinator();
    boolean again = before != null && before.isOf(owner);
    this.trust =
        new Trust(
            registration.workerId(),
            registration.modelSha256() != null,
            reputation,
            again ? before.trust : null,
            clock);
    this.tally = before == null ? new WorkerTally() : before.tally;
    this.standing = new WorkerStanding(registration, local, trust, refusal, limits, clock);
    this.since = standing.lastSeen();
    this.leases = new Leases(standing::places, clock);
    this.pieces =
        new WorkerPieces(
            () -> PiecePlaces.of(registration, local, standing.places(), trust.isOnProbation()),
            standing,
            trust,
            clock);
    this.view = new WorkerView(registration, since, standing, trust, models, leases, pieces, pace);
  }

  public String id() {
    return registration.workerId();
  }

  public WorkerRegistration registration() {
    return registration;
  }

  /** When it registered. */
  Instant since() {
    return since;
  }

  /** Who made it known. */
  public Owner owner() {
    return owner;
  }

  /** Whether it belongs to this one. */
  public boolean isOf(Owner other) {
    return owner.equals(other);
  }

  public boolean isLocal() {
    return standing.isLocal();
  }

  WorkerStanding standing() {
    return standing;
  }

  /** How far what it finds is believed. */
  public Trust trust() {
    return trust;
  }

  WorkerModels models() {
    return models;
  }

  /** What became of its frames, those of earlier registrations of its id included. */
  public WorkerTally tally() {
    return tally;
  }

  /** State of its circuit: {@code closed}, {@code open} or {@code half_open}. */
  public String circuit() {
    return standing.circuit();
  }

  /** Whether it may get work that is to be done by this model, as far as is known. */
  public boolean has(String model) {
    return models.has(model);
  }

  /**
   * It answered that it does not have a model.
   *
   * @return false where it never said which it has, so that the answer is no use
   */
  public boolean lacks(String model) {
    models.lacks(model);
    return models.areNamed();
  }

  /** What the ledger says of a frame that it did for a job of this model. */
  public String modelInLedger(String model) {
    return models.areNamed() ? model : WorkerRegistration.UNKNOWN;
  }

  /** The hash of the model that it is shown with: this one where it has it; null for none. */
  public String mainModel(String pool) {
    List<String> all = models.all();
    return all.isEmpty() ? null : models.has(pool) ? pool : all.get(0);
  }

  /** Whether it may get work at all, now or when a place is free. */
  public boolean isServing() {
    return standing.isServing();
  }

  /** Whether its answers are not believed at present. */
  public boolean isQuarantined() {
    return trust.isQuarantined();
  }

  /** Whether it has ever answered: the first frame of an agent loads its model. */
  public boolean hasAnswered() {
    return standing.hasAnswered();
  }

  /** Whether it has ever done a frame. */
  public boolean isProven() {
    return standing.isProven();
  }

  /** True once this registration is over: replaced, removed or forgotten. */
  public boolean isGone() {
    return standing.isGone();
  }

  /** Whether it does pieces of video. */
  public boolean takesPieces() {
    return pieces.places() > 0;
  }

  /** Whether it can cut frames into tiles before it infers them. */
  public boolean cutsTiles() {
    return registration.cutsTiles();
  }

  /** The pieces that it has. */
  public WorkerPieces pieces() {
    return pieces;
  }

  synchronized boolean hasRoom() {
    return leases.hasRoom();
  }

  /** Takes a place for a frame and the circuit's leave; false where there is none. */
  public synchronized boolean tryLease() {
    if (!leases.hasRoom() || !standing.tryAcquire()) {
      return false;
    }
    leases.begin();
    return true;
  }

  /** The worker answered about the frame. */
  public synchronized void succeeded(double latencyMs, double processingMs) {
    int taken = leases.taken();
    leases.end();
    standing.succeeded();
    pace.note(latencyMs, processingMs, taken);
    tally.inferred(processingMs);
  }

  /** The worker answered about a frame of a piece, which goes on. */
  public synchronized void did(double processingMs) {
    pace.processed(processingMs);
    tally.inferred(processingMs);
    standing.did();
  }

  /** As {@link #did}, about a frame that took no inference. */
  public void reused() {
    standing.heard();
  }

  /** The worker answered that it cannot do this frame; whether that is so is seen elsewhere. */
  public synchronized void declined() {
    leases.end();
    standing.declined();
  }

  /** The worker did not do what it should; it cost the worker, see {@link Circuit}. */
  public synchronized void failed(String reason) {
    leases.end();
    standing.failed(reason);
  }

  /** The worker answered what cannot be believed; it may cost it more, see {@link Quarantine}. */
  public synchronized void implausible(String reason) {
    failed(reason);
    trust.implausible(reason);
  }

  /** What the worker said of a frame, others showed to be wrong. */
  public void disproved(String reason) {
    standing.failed(reason);
  }

  /** The place is free again and nothing was learned. */
  public synchronized void released() {
    leases.end();
    standing.release();
  }

  /** Work that it was given up for goes on at it: so long it has a place less. */
  public synchronized void holdPlace() {
    leases.begin();
    held++;
    standing.isStuck(held >= leases.places());
  }

  /** That work has ended. */
  public synchronized void givePlaceBack() {
    leases.end();
    held--;
    standing.isStuck(held >= leases.places());
  }

  /** Whether it has anything of ours at this moment. */
  synchronized boolean isBusy() {
    return leases.taken() > 0 || pieces.held() > 0;
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
   * @param model that it is shown with, null for none
   * @param framesOfPieces frames that it has in pieces and has not answered about
   */
  public synchronized Worker show(ShownModel model, long framesProcessed, int framesOfPieces) {
    return view.show(model, framesProcessed, framesOfPieces);
  }

  /**
   * What is shown of a worker's model; each is null where it is not known.
   *
   * @param inputSize such as {@code 640x640}
   */
  public record ShownModel(String name, String sha256, List<String> classes, String inputSize) {}
}
