package edgeai.coordinator.fleet;

import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerRegistration;
import java.time.Instant;

/**
 * One registration of a worker as the contract shows it. Its {@link WorkerNode} guards it, and the
 * frames and the pace that it shows.
 */
final class WorkerView {
  private final WorkerRegistration registration;
  private final Instant registeredAt;
  private final WorkerStanding standing;
  private final Trust trust;
  private final WorkerModels models;
  private final Leases frames;
  private final WorkerPieces pieces;
  private final WorkerPace pace;

  WorkerView(
      WorkerRegistration registration,
      Instant registeredAt,
      WorkerStanding standing,
      Trust trust,
      WorkerModels models,
      Leases frames,
      WorkerPieces pieces,
      WorkerPace pace) {
    this.registration = registration;
    this.registeredAt = registeredAt;
    this.standing = standing;
    this.trust = trust;
    this.models = models;
    this.frames = frames;
    this.pieces = pieces;
    this.pace = pace;
  }

  /** See {@link WorkerNode#show}. */
  Worker show(WorkerNode.ShownModel model, long framesProcessed, int framesOfPieces) {
    // all of it in one moment; pieces lock before the standing themselves
    synchronized (pieces) {
      synchronized (standing) {
        return worker(model, framesProcessed, framesOfPieces);
      }
    }
  }

  private Worker worker(WorkerNode.ShownModel model, long framesProcessed, int framesOfPieces) {
    return new Worker(
        registration.workerId(),
        registration.ipAddress(),
        registration.port(),
        registration.hostname(),
        registration.ipAddress(),
        registeredAt,
        framesProcessed,
        registration.capabilities(),
        status(),
        standing.lastSeen(),
        frames.taken() + framesOfPieces,
        pace.meanProcessingMs(),
        registration.maxInFlight(),
        standing.circuit(),
        model.name(),
        model.sha256(),
        model.classes(),
        model.inputSize(),
        registration.provider(),
        standing.refusal(),
        standing.note(),
        trust.isQuarantined(),
        standing.lastError(),
        standing.lastErrorAt(),
        pieces.places() > 0,
        pieces.held(),
        pieces.done(),
        models.all(),
        standing.places(),
        trust.checks(),
        trust.disagreements(),
        trust.lastDisagreement());
  }

  private String status() {
    if (standing.isOffline()) {
      return "offline";
    }
    return frames.isActive() || pieces.areActive() ? "active" : "idle";
  }
}
