package edgeai.common.inference;

import edgeai.common.health.Canary;
import edgeai.common.vision.CanaryPicture;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import edgeai.common.vision.UnreadablePictureException;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.logging.Logger;

/**
 * The engine that pictures go through at this moment, none at first. Another may take its place
 * while pictures are under way: they are finished by the one that began them.
 */
public final class EngineInUse implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EngineInUse.class.getName());

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final InferenceFigures figures;
  private final Optional<Double> confidence;
  private final Clock clock;
  private volatile Engine engine;

  /**
   * @param confidence below which detections are dropped where nothing else is asked for; empty for
   *     what each model says of itself
   */
  public EngineInUse(Optional<Double> confidence, Clock clock) {
    this.confidence = confidence;
    this.clock = clock;
    this.figures = new InferenceFigures(clock);
  }

  /** Takes an engine into use in place of the one before, which is closed. */
  public void use(Engine next) {
    lock.writeLock().lock();
    try {
      close();
      engine = next;
    } finally {
      lock.writeLock().unlock();
    }
    LOG.info(next.card().summary());
  }

  /**
   * Does one picture and counts it.
   *
   * @param asked the confidence below which detections are dropped, 0 to 1; empty for the one that
   *     is set, or else the model's own
   * @throws IllegalStateException where no engine is in use yet
   */
  public InferenceOutcome infer(EncodedPicture picture, OptionalDouble asked)
      throws UnreadablePictureException {
    return infer(picture, asked, any -> {});
  }

  /**
   * As {@link #infer(EncodedPicture, OptionalDouble)}, by a model that passes a check or by none.
   *
   * @param check throws what the caller shall get where this model will not do
   */
  public InferenceOutcome infer(
      EncodedPicture picture, OptionalDouble asked, Consumer<ModelCard> check)
      throws UnreadablePictureException {
    return infer(engine -> engine.infer(picture, confidence(asked, engine)), check);
  }

  /**
   * As {@link #infer(EncodedPicture, OptionalDouble, Consumer)}, of pixels.
   *
   * @param check throws what the caller shall get where this model will not do
   */
  public InferenceOutcome infer(
      PixelPicture picture, OptionalDouble asked, Consumer<ModelCard> check) {
    return infer(engine -> engine.infer(picture, confidence(asked, engine)), check);
  }

  private double confidence(OptionalDouble asked, Engine engine) {
    return asked.orElseGet(() -> confidence.orElseGet(engine.card()::confidence));
  }

  private interface Look<E extends Exception> {
    InferenceOutcome by(Engine engine) throws E;
  }

  private <E extends Exception> InferenceOutcome infer(Look<E> look, Consumer<ModelCard> check)
      throws E {
    lock.readLock().lock();
    try {
      Engine current = current();
      check.accept(current.card());
      InferenceOutcome outcome = look.by(current);
      figures.inferred(outcome.processingTimeMs());
      return outcome;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Asks the engine for a proof that it works, whichever is in use then. */
  public Canary canary(Executor executor) {
    return new Canary(this::prove, figures::last, executor, clock);
  }

  private Void prove() throws UnreadablePictureException {
    lock.readLock().lock();
    try {
      current().prove(EncodedPicture.of(CanaryPicture.jpeg()));
      return null;
    } finally {
      lock.readLock().unlock();
    }
  }

  private Engine current() {
    if (engine == null) {
      throw new IllegalStateException("there is no model yet");
    }
    return engine;
  }

  /** The model in use, empty where there is none yet. */
  public Optional<ModelCard> card() {
    return Optional.ofNullable(engine).map(Engine::card);
  }

  /** Whether the engine in use looks at what it is given. */
  boolean looks() {
    Engine current = engine;
    return current == null || current.looks();
  }

  public InferenceFigures figures() {
    return figures;
  }

  @Override
  public void close() {
    if (engine != null) {
      engine.close();
    }
  }
}
