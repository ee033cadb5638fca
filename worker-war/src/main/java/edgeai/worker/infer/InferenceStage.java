package edgeai.worker.infer;

import edgeai.common.error.Conflict;
import edgeai.common.error.Malformed;
import edgeai.common.error.Unavailable;
import edgeai.common.metrics.LatencyWindow;
import edgeai.common.metrics.RateWindow;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.Detector;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.Detection;
import edgeai.worker.settings.WorkerSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The engine in use, warm, and a bulkhead in front of it. */
@ApplicationScoped
public class InferenceStage {
  private static final Logger LOG = Logger.getLogger(InferenceStage.class.getName());

  @Inject private WorkerSettings settings;
  @Inject private Clock clock;
  @Inject private StageTimes times;
  @Inject private Event<ModelInUse> inUse;

  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong frames = new AtomicLong();
  private final LatencyWindow latency = new LatencyWindow();
  private RateWindow rate;
  private Semaphore places;
  private volatile Engine engine;
  private volatile Instant lastFrame;

  /** What one frame shows; the time is in ms, from JPEG to boxes. */
  public record Outcome(List<Detection> detections, double processingTimeMs) {}

  @PostConstruct
  void prepare() {
    rate = new RateWindow(clock);
    places = new Semaphore(settings.maxInFlight());
    settings.noOpDelay().ifPresent(this::useNone);
  }

  private void useNone(Duration delay) {
    engine = new NoOpEngine(delay);
    LOG.log(
        Level.WARNING,
        "NOOP_DELAY_MS={0}: this worker infers nothing and is for benchmarks only",
        Long.toString(delay.toMillis()));
  }

  /**
   * Takes a model into use, warm, in place of the one before.
   *
   * @param name what it is called, null for its file's name
   * @throws ModelException where the file is no model, or the provider demanded is missing
   */
  public void use(Path file, String name) throws ModelException {
    Detector next =
        Detector.openWarm(
            file, new DetectorOptions(settings.provider(), settings.callers(), settings.threads()));
    ModelCard card = name == null ? next.card() : next.card().named(name);
    lock.writeLock().lock();
    try {
      Engine before = engine;
      engine = new ModelEngine(next, card, settings.maxPixels(), times);
      if (before != null) {
        before.close();
      }
    } finally {
      lock.writeLock().unlock();
    }
    LOG.info(card.summary());
    inUse.fire(new ModelInUse(card));
  }

  /**
   * Infers one frame.
   *
   * @param confidence detections below are dropped; empty for this worker's own threshold
   * @throws Unavailable past the bulkhead or without a model
   * @throws Malformed where the picture cannot be read
   */
  public Outcome infer(EncodedPicture picture, OptionalDouble confidence) {
    return infer(picture, confidence, Optional.empty());
  }

  /**
   * As {@link #infer(EncodedPicture, OptionalDouble)}, by this model or by none.
   *
   * @param sha256 of the model that is expected; empty for whichever is in use
   * @throws Conflict where another model is in use
   */
  public Outcome infer(EncodedPicture picture, OptionalDouble confidence, Optional<String> sha256) {
    if (!places.tryAcquire()) {
      throw new Unavailable(
          "This worker has %d frames already.".formatted(settings.maxInFlight()), 1);
    }
    lock.readLock().lock();
    try {
      if (engine == null) {
        throw new Unavailable("This worker has no model yet.", 5);
      }
      sha256.ifPresent(this::requireModel);
      return run(picture, confidence.orElse(settings.confidence()));
    } finally {
      lock.readLock().unlock();
      places.release();
    }
  }

  private void requireModel(String sha256) {
    String own = engine.card().sha256();
    if (!own.equalsIgnoreCase(sha256)) {
      throw new Conflict("This worker's model is %s, not %s.".formatted(own, sha256));
    }
  }

  /**
   * Infers a picture that nobody waits for, beside the bulkhead and the figures.
   *
   * @throws IllegalStateException without a model
   */
  public void prove(byte[] picture) throws UnreadablePictureException {
    lock.readLock().lock();
    try {
      if (engine == null) {
        throw new IllegalStateException("this worker has no model yet");
      }
      engine.prove(EncodedPicture.of(picture), settings.confidence());
    } finally {
      lock.readLock().unlock();
    }
  }

  private Outcome run(EncodedPicture picture, double confidence) {
    try {
      Outcome outcome = engine.infer(picture, confidence);
      frames.incrementAndGet();
      rate.count();
      latency.add(outcome.processingTimeMs());
      lastFrame = clock.instant();
      return outcome;
    } catch (UnreadablePictureException e) {
      throw new Malformed("The frame is no picture: %s".formatted(e.getMessage()));
    }
  }

  /** The model in use, empty where there is none yet. */
  public Optional<ModelCard> card() {
    return Optional.ofNullable(engine).map(Engine::card);
  }

  /** When a frame was inferred the last time, empty where none was. */
  public Optional<Instant> lastFrame() {
    return Optional.ofNullable(lastFrame);
  }

  /** Frames inferred since the start. */
  public long frames() {
    return frames.get();
  }

  /** Frames per second over the last 10 s. */
  public double fps() {
    return rate.perSecond();
  }

  public LatencyWindow.Snapshot latency() {
    return latency.snapshot();
  }

  /** Frames this worker has at this moment. */
  public int inFlight() {
    return settings.maxInFlight() - places.availablePermits();
  }

  @PreDestroy
  void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
