package edgeai.coordinator.trial;

import edgeai.common.connection.ClientPresence;
import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.common.wire.ModelBench;
import edgeai.coordinator.decode.PictureSeries;
import edgeai.coordinator.frame.ResultRules;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.model.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Tries a model, beside the work of the pool: one at a time, and for a while only. */
@ApplicationScoped
public class ModelTrial {
  /** Frames that are not compared by then are left out. */
  private static final Duration COMPARING = Duration.ofSeconds(90);

  private static final int RETRY_S = 15;

  private final Shelf shelf;
  private final PoolModel pool;
  private final WorkerTrial workers;
  private final TrialFrames frames;
  private final LocalInference inference;
  private final Clock clock;
  private final ClientPresence clients;
  private final Semaphore turn = new Semaphore(1);

  @Inject
  public ModelTrial(
      Shelf shelf,
      PoolModel pool,
      WorkerTrial workers,
      TrialFrames frames,
      LocalInference inference,
      Clock clock,
      ClientPresence clients) {
    this.shelf = shelf;
    this.pool = pool;
    this.workers = workers;
    this.frames = frames;
    this.inference = inference;
    this.clock = clock;
    this.clients = clients;
  }

  /** For the container's proxy. */
  ModelTrial() {
    this(null, null, null, null, null, null, null);
  }

  /**
   * Has all workers do a few pictures by a model, and compares what it finds with what a job found.
   *
   * @param name of the model, or its hash
   * @param jobId empty for no comparison
   * @param most frames that are compared
   * @throws edgeai.common.error.NotFound where there is no such model or job
   * @throws Conflict where there is nothing to compare with, or too many models are in use
   * @throws Unavailable where another is tried at the moment
   */
  ModelBench run(String name, Optional<String> jobId, int most) {
    ModelCard model = shelf.model(name);
    Optional<JobRecord> job = jobId.map(frames::require);
    if (!turn.tryAcquire()) {
      throw new Unavailable("Another model is measured at the moment.", RETRY_S);
    }
    try {
      pool.holdForTrial(model.sha256());
      try {
        pool.requireOpen(model.sha256());
        return run(model, job, most);
      } finally {
        pool.release(model.sha256());
      }
    } finally {
      turn.release();
    }
  }

  private ModelBench run(ModelCard model, Optional<JobRecord> job, int most) {
    Map<String, Double> ms = workers.measure(model.sha256());
    if (job.isEmpty()) {
      return new ModelBench(model.name(), model.sha256(), null, null, 0, null, ms);
    }
    TrialAgreement agreement = compare(model, job.get(), most);
    Job compared = job.get().job();
    if (agreement.pictures() == 0) {
      throw new Conflict("No frame of job %s can be decoded again.".formatted(compared.jobId()));
    }
    return new ModelBench(
        model.name(),
        model.sha256(),
        compared.modelName(),
        compared.jobId(),
        agreement.pictures(),
        agreement.share(),
        ms);
  }

  private TrialAgreement compare(ModelCard model, JobRecord job, int most) {
    Instant end = clock.instant().plus(COMPARING);
    TrialAgreement agreement = new TrialAgreement();
    ResultRules rules = job.options().rules();
    try (PictureSeries pictures = frames.pictures(job.job())) {
      for (FrameResult frame : frames.spread(job.job(), most)) {
        if (clock.instant().isAfter(end)) {
          break;
        }
        clients.require();
        TrialFrames.picture(pictures, frame)
            .ifPresent(jpeg -> compare(frame, jpeg, model, rules, agreement));
      }
    }
    return agreement;
  }

  private void compare(
      FrameResult frame,
      byte[] jpeg,
      ModelCard model,
      ResultRules rules,
      TrialAgreement agreement) {
    try {
      agreement.add(
          frame.detections(),
          rules.apply(
              inference
                  .run(
                      EncodedPicture.of(jpeg).cut(rules.tiles()),
                      rules.confidence(),
                      Optional.of(model.sha256()))
                  .detections()));
    } catch (UnreadablePictureException e) {
      throw new IllegalStateException("a frame of our own cannot be read", e);
    }
  }
}
