package edgeai.common.inference;

import edgeai.common.error.Conflict;
import edgeai.common.health.Canary;
import edgeai.common.trace.TraceStep;
import edgeai.common.vision.CanaryPicture;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.UnreadablePictureException;
import io.opentelemetry.api.trace.SpanKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * The engines of this server: the one that pictures go through which name no model, none at first,
 * and those of other models that are wanted beside it. One that is not wanted any more gets no more
 * pictures, and closes once those under way are done. Thread-safe.
 */
public final class EngineInUse implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(EngineInUse.class.getName());

  private final InferenceFigures figures;
  private final Optional<Double> confidence;
  private final Clock clock;
  private final Map<String, OpenEngine> engines = new LinkedHashMap<>();
  private Set<String> wanted = Set.of();
  private String usual = "";

  /**
   * @param confidence below which detections are dropped where nothing else is asked for; empty for
   *     what each model says of itself
   */
  public EngineInUse(Optional<Double> confidence, Clock clock) {
    this.confidence = confidence;
    this.clock = clock;
    this.figures = new InferenceFigures(clock);
  }

  /** Takes an engine into use in place of the one before, which closes where nobody wants it. */
  public void use(Engine next) {
    add(next);
    use(next.card().sha256());
  }

  /**
   * As {@link #use(Engine)}, of one that is open.
   *
   * @throws IllegalStateException where it is not
   */
  public void use(String sha256) {
    ModelCard card;
    synchronized (this) {
      String key = key(sha256);
      if (!engines.containsKey(key)) {
        throw new IllegalStateException("the model %s is not open".formatted(sha256));
      }
      usual = key;
      card = engines.get(key).engine().card();
    }
    retireUnwanted();
    LOG.info(card.summary());
  }

  /** Opens one beside the others; it closes again where it is open already. */
  public void add(Engine next) {
    OpenEngine added = new OpenEngine(next);
    OpenEngine before;
    synchronized (this) {
      before = engines.putIfAbsent(key(next.card().sha256()), added);
    }
    if (before != null && before.engine() != next) {
      added.retire();
    }
  }

  /** These stay open beside the one in use, where they are; all others close. */
  public void keep(Collection<String> hashes) {
    synchronized (this) {
      wanted = hashes.stream().map(EngineInUse::key).collect(Collectors.toSet());
    }
    retireUnwanted();
  }

  private void retireUnwanted() {
    List<OpenEngine> unwanted = new ArrayList<>();
    synchronized (this) {
      engines
          .entrySet()
          .removeIf(
              entry -> {
                boolean stays = entry.getKey().equals(usual) || wanted.contains(entry.getKey());
                return !stays && unwanted.add(entry.getValue());
              });
    }
    unwanted.forEach(OpenEngine::retire);
  }

  private static String key(String sha256) {
    return sha256.toLowerCase(Locale.ROOT);
  }

  /**
   * Does one picture by the model in use and counts it.
   *
   * @param asked the confidence below which detections are dropped, 0 to 1; empty for the one that
   *     is set, or else the model's own
   * @throws IllegalStateException where no engine is in use yet
   */
  public InferenceOutcome infer(EncodedPicture picture, OptionalDouble asked)
      throws UnreadablePictureException {
    return infer(picture, asked, Optional.empty());
  }

  /**
   * As {@link #infer(EncodedPicture, OptionalDouble)}, by a certain model or by none.
   *
   * @param model its hash; empty for the one in use
   * @throws Conflict where it is not open
   */
  public InferenceOutcome infer(
      EncodedPicture picture, OptionalDouble asked, Optional<String> model)
      throws UnreadablePictureException {
    TraceStep step = TraceStep.within("infer", SpanKind.INTERNAL);
    try (EngineLease engine = lease(model)) {
      return engine.infer(picture, asked);
    } catch (RuntimeException | UnreadablePictureException e) {
      step.failed(e.getMessage());
      throw e;
    } finally {
      step.end();
    }
  }

  /**
   * One engine until the lease is closed.
   *
   * @param model its hash; empty for the one in use
   * @throws Conflict where it is not open
   * @throws IllegalStateException where none is in use yet
   */
  synchronized EngineLease lease(Optional<String> model) {
    OpenEngine engine = engines.get(model.map(EngineInUse::key).orElse(usual));
    if (engine == null) {
      throw model.isPresent() && !engines.isEmpty()
          ? new Conflict(
              "This worker's model is %s, not %s."
                  .formatted(String.join(" and ", engines.keySet()), model.get()))
          : new IllegalStateException("there is no model yet");
    }
    return new EngineLease(engine, card -> confidence.orElseGet(card::confidence), figures);
  }

  /** Asks the engine for a proof that it works, whichever is in use then. */
  public Canary canary(Executor executor) {
    return new Canary(this::prove, figures::last, executor, clock);
  }

  private Void prove() throws UnreadablePictureException {
    try (EngineLease engine = lease(Optional.empty())) {
      engine.prove(EncodedPicture.of(CanaryPicture.jpeg()));
      return null;
    }
  }

  /** The model in use, empty where there is none yet. */
  public synchronized Optional<ModelCard> card() {
    return card(usual);
  }

  /** An open model, empty where it is not. */
  public synchronized Optional<ModelCard> card(String sha256) {
    return Optional.ofNullable(engines.get(key(sha256))).map(open -> open.engine().card());
  }

  /** The hashes of all that are open, that in use first. */
  public synchronized List<String> open() {
    List<String> hashes = new ArrayList<>(engines.keySet());
    if (hashes.remove(usual)) {
      hashes.add(0, usual);
    }
    return List.copyOf(hashes);
  }

  public InferenceFigures figures() {
    return figures;
  }

  /** Takes no more pictures; those under way are finished. */
  @Override
  public void close() {
    List<OpenEngine> all;
    synchronized (this) {
      all = List.copyOf(engines.values());
      engines.clear();
    }
    all.forEach(OpenEngine::retire);
  }
}
