package edgeai.worker.infer;

import edgeai.common.error.Malformed;
import edgeai.common.error.Unavailable;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.metrics.ShedCounts;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;

/** The frames of this worker: so many at a time go through its engine, others are turned away. */
@ApplicationScoped
public class InferenceStage {
  private final WorkerSettings settings;
  private final EngineInUse engine;
  private final Semaphore places;
  private final ShedCounts shed = new ShedCounts();

  @Inject
  public InferenceStage(WorkerSettings settings, EngineInUse engine) {
    this(settings, engine, new Semaphore(settings.maxInFlight()));
  }

  /** For the container's proxy. */
  InferenceStage() {
    this(null, null, null);
  }

  private InferenceStage(WorkerSettings settings, EngineInUse engine, Semaphore places) {
    this.settings = settings;
    this.engine = engine;
    this.places = places;
  }

  /**
   * Infers one frame.
   *
   * @param confidence detections below are dropped; empty for what is usual here
   * @throws Unavailable past the bulkhead or without a model
   * @throws Malformed where the picture cannot be read
   */
  public InferenceOutcome infer(EncodedPicture picture, OptionalDouble confidence) {
    return infer(picture, confidence, Optional.empty());
  }

  /**
   * As {@link #infer(EncodedPicture, OptionalDouble)}, by this model or by none.
   *
   * @param sha256 of the model; empty for whichever is in use
   * @throws edgeai.common.error.Conflict where it is not open
   */
  public InferenceOutcome infer(
      EncodedPicture picture, OptionalDouble confidence, Optional<String> sha256) {
    if (!places.tryAcquire()) {
      shed.full();
      throw new Unavailable(
          "This worker has %d frames already.".formatted(settings.maxInFlight()), 1);
    }
    try {
      if (engine.card().isEmpty()) {
        shed.noModel();
        throw new Unavailable("This worker has no model yet.", 5);
      }
      return engine.infer(picture, confidence, sha256);
    } catch (UnreadablePictureException e) {
      throw new Malformed("The frame is no picture: %s".formatted(e.getMessage()));
    } finally {
      places.release();
    }
  }

  /** Frames that it turned away. */
  public ShedCounts shed() {
    return shed;
  }

  /** Frames this worker has at this moment. */
  public int inFlight() {
    return settings.maxInFlight() - places.availablePermits();
  }
}
