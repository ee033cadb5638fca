package edgeai.coordinator.model;

import edgeai.common.connection.ClientPresence;
import edgeai.common.error.Unavailable;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.settings.Tiles;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** The worker inside the coordinator: infers in this process, for dispatch and single pictures. */
@ApplicationScoped
public class LocalInference {
  /** Single pictures that may wait for the model beside the frames of jobs. */
  private static final int WAITING_PICTURES = 16;

  private final PoolModel model;
  private final CoordinatorSettings settings;
  private final ClientPresence clients;

  private Semaphore pictures;
  private Semaphore turns;

  private final LongAdder shed = new LongAdder();

  @Inject
  public LocalInference(PoolModel model, CoordinatorSettings settings, ClientPresence clients) {
    this.model = model;
    this.settings = settings;
    this.clients = clients;
  }

  /** For the container's proxy. */
  LocalInference() {
    this(null, null, null);
  }

  @PostConstruct
  void prepare() {
    pictures = new Semaphore(settings.inference().callers() + WAITING_PICTURES);
    turns = new Semaphore(settings.inference().callers(), true);
  }

  /**
   * Infers a single picture.
   *
   * @param tiles into which it is cut
   * @param confidence detections below are dropped, 0 to 1; empty for what is usual here
   * @throws Unavailable where there is no local worker, or it is full
   */
  public InferenceOutcome infer(byte[] picture, Tiles tiles, OptionalDouble confidence)
      throws UnreadablePictureException {
    if (!settings.inference().localWorker()) {
      throw new Unavailable("This coordinator has no local worker.", 60);
    }
    if (!pictures.tryAcquire()) {
      shed.increment();
      throw new Unavailable("The local worker is busy.", 1);
    }
    try {
      turns.acquire();
      try {
        clients.require();
        return run(EncodedPicture.of(picture).cut(tiles), confidence, Optional.empty());
      } finally {
        turns.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("The server is stopping.", 10);
    } finally {
      pictures.release();
    }
  }

  /** Pictures that were turned away since as many were inferred or waited. */
  public long shed() {
    return shed.sum();
  }

  /**
   * Infers a frame of a job.
   *
   * @param confidence detections below are dropped, 0 to 1; empty for what is usual here
   * @param sha256 of the job's model; empty for the pool's
   * @throws edgeai.common.error.Conflict where it is not open
   */
  public InferenceOutcome run(
      EncodedPicture encoded, OptionalDouble confidence, Optional<String> sha256)
      throws UnreadablePictureException {
    return model.engine().infer(encoded, confidence, sha256);
  }
}
