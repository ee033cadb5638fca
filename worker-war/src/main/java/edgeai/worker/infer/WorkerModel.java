package edgeai.worker.infer;

import edgeai.common.guard.Announcer;
import edgeai.common.health.Canary;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.ModelEngine;
import edgeai.common.inference.ModelOpening;
import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.DetectorOptions;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.worker.settings.WorkerSettings;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * This worker's models: none at first, then its own, the bundled one or the pool's, and those of
 * jobs beside that.
 */
@ApplicationScoped
public class WorkerModel {
  private static final Logger LOG = Logger.getLogger(WorkerModel.class.getName());

  private final WorkerSettings settings;
  private final StageTimes times;
  private final EngineInUse engine;
  private final Announcer announcer;

  @Inject
  public WorkerModel(
      WorkerSettings settings, StageTimes times, EngineInUse engine, Announcer announcer) {
    this.settings = settings;
    this.times = times;
    this.engine = engine;
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  WorkerModel() {
    this(null, null, null, null);
  }

  /** What frames go through; one that infers nothing where {@code NOOP_DELAY_MS} asks for it. */
  @Produces
  @Singleton
  public static EngineInUse engine(WorkerSettings settings, Clock clock) {
    EngineInUse engine = new EngineInUse(settings.confidence(), clock);
    settings
        .noOpDelay()
        .ifPresent(
            delay -> {
              engine.use(new NoOpEngine(delay));
              LOG.log(
                  Level.WARNING,
                  "NOOP_DELAY_MS={0}: this worker infers nothing and is for benchmarks only",
                  Long.toString(delay.toMillis()));
            });
    return engine;
  }

  /** What proves that the model infers. */
  @Produces
  @Singleton
  static Canary canary(EngineInUse engine, @Named("canary") ManagedExecutorService executor) {
    return engine.canary(executor);
  }

  /**
   * Opens a model, warm, beside those that are open.
   *
   * @throws ModelException where the file is no model, or the provider demanded is missing
   */
  public void open(Path file, String name) throws ModelException {
    engine.add(opening().open(file, Optional.of(name)));
  }

  /** Takes a model that is open into use; the one before closes where nobody wants it. */
  public void use(String sha256) {
    Optional<String> before = card().map(ModelCard::sha256);
    if (!before.equals(Optional.of(sha256))) {
      engine.use(sha256);
      announcer.announce(new ModelInUse(card().orElseThrow()));
    }
  }

  /**
   * These are wanted: the first is taken into use where it is open, and others than these close.
   *
   * @param hashes at least one
   */
  public void keep(List<String> hashes) {
    engine.keep(hashes);
    if (has(hashes.get(0))) {
      use(hashes.get(0));
    }
  }

  public boolean has(String sha256) {
    return engine.card(sha256).isPresent();
  }

  /** Hashes of the models that are open, that in use first. */
  public List<String> open() {
    return engine.open();
  }

  /**
   * Takes {@code MODEL} into use, or the bundled model where that is not set.
   *
   * @throws ModelException as {@link #open(Path, String)}
   */
  public void useOwn() throws ModelException {
    use(opening().openSet(settings.model()));
  }

  /** As {@link #useOwn}; where it cannot be used this worker ends with the reason. */
  public void requireOwn() {
    use(opening().require(settings.model()));
  }

  private ModelOpening opening() {
    return new ModelOpening(
        settings.dataDir(),
        new DetectorOptions(settings.provider(), settings.callers(), settings.threads()),
        settings.maxPixels(),
        times);
  }

  private void use(ModelEngine model) {
    engine.use(model);
    announcer.announce(new ModelInUse(model.card()));
  }

  /** The model in use, empty where there is none yet. */
  public Optional<ModelCard> card() {
    return engine.card();
  }

  @PreDestroy
  void close() {
    engine.close();
  }
}
