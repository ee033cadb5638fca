package edgeai.coordinator.model;

import edgeai.common.error.Conflict;
import edgeai.common.error.NotFound;
import edgeai.common.error.Unavailable;
import edgeai.common.guard.Announcer;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.ModelEngine;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.ModelException;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The model of the pool, which may be switched, and those of jobs that have not ended: open and
 * warm in this process, and wanted of workers. A few at a time, see {@link ModelDemand}.
 */
@ApplicationScoped
public class PoolModel {
  private final CoordinatorSettings settings;
  private final Shelf shelf;
  private final FirstModel first;
  private final ModelProof proof;
  private final Announcer announcer;
  private final Clock clock;

  private final ModelDemand demand = new ModelDemand();
  private final Lock opening = new ReentrantLock();
  private EngineInUse engine;
  private volatile ModelCard card;

  @Inject
  public PoolModel(
      CoordinatorSettings settings,
      Shelf shelf,
      FirstModel first,
      ModelProof proof,
      Announcer announcer,
      Clock clock) {
    this.settings = settings;
    this.shelf = shelf;
    this.first = first;
    this.proof = proof;
    this.announcer = announcer;
    this.clock = clock;
  }

  /** For the container's proxy. */
  PoolModel() {
    this(null, null, null, null, null, null);
  }

  @PostConstruct
  void open() {
    ModelEngine model = first.open();
    engine = new EngineInUse(settings.inference().confidence(), clock);
    engine.use(model);
    card = model.card();
  }

  @PreDestroy
  void close() {
    if (engine != null) {
      engine.close();
    }
  }

  /** What pictures go through in this process. */
  public EngineInUse engine() {
    return engine;
  }

  public ModelCard card() {
    return card;
  }

  public String sha256() {
    return card().sha256();
  }

  /** What is said of a model that is open, where this is its hash. */
  public Optional<ModelCard> card(String sha256) {
    return card().sha256().equalsIgnoreCase(sha256)
        ? Optional.of(card())
        : Optional.ofNullable(engine).flatMap(engines -> engines.card(sha256));
  }

  /** Hashes of all models that are wanted of this process and of workers, the pool's first. */
  public List<String> wanted() {
    synchronized (demand) {
      return demand.wanted(sha256());
    }
  }

  /** Jobs that have not ended and go by this model. */
  int jobs(String sha256) {
    synchronized (demand) {
      return demand.jobs(sha256);
    }
  }

  /**
   * A new job goes by this model, until {@link #release}.
   *
   * @throws Conflict where it is not there any more
   * @throws Unavailable where as many models as are open together are wanted by others
   */
  public void hold(String sha256) {
    synchronized (demand) {
      if (!sha256.equals(sha256()) && !shelf.has(sha256)) {
        throw new Conflict("The model was removed while the video came; send it again.");
      }
      if (!demand.hasRoomForJob(sha256(), sha256)) {
        throw new Unavailable(
            "Jobs that have not ended go by %d other models already, and no more are open together; send it again later."
                .formatted(ModelDemand.MOST),
            30);
      }
      demand.jobBegins(sha256);
    }
    settle();
  }

  /**
   * Somebody tries this model, until {@link #release}.
   *
   * @throws Conflict where as many models as are open together are wanted by others
   */
  public void holdForTrial(String sha256) {
    synchronized (demand) {
      if (!demand.hasRoomForJob(sha256(), sha256)) {
        throw tooMany();
      }
      demand.jobBegins(sha256);
    }
    settle();
  }

  private static Conflict tooMany() {
    return new Conflict(
        "Jobs that have not ended go by other models, and no more than %d are open together; wait for them, or cancel some."
            .formatted(ModelDemand.MOST));
  }

  /** A job that is taken up again goes by this model, until {@link #release}. */
  public void holdAgain(String sha256) {
    synchronized (demand) {
      demand.jobBegins(sha256);
    }
    settle();
  }

  /** A job has ended that went by this model. */
  public void release(String sha256) {
    synchronized (demand) {
      demand.jobEnds(sha256);
    }
    settle();
  }

  /**
   * Opens a model that is wanted, unless it is open.
   *
   * @throws NotFound where there is none of this hash
   * @throws Conflict where it cannot be used any more
   */
  public void requireOpen(String sha256) {
    opening.lock();
    try {
      if (card(sha256).isEmpty()) {
        ShelfModel model = shelf.require(sha256);
        engine.add(proof.open(shelf.file(model), model.name(), model.sha256()));
      }
    } catch (ModelException e) {
      throw new Conflict("The model cannot be used any more: " + e.getMessage());
    } finally {
      opening.unlock();
    }
    settle();
  }

  /**
   * One is about to be used, and is wanted until {@link #expectsNothing}.
   *
   * @throws Conflict where jobs want as many as are open together
   */
  void expects(String sha256) {
    synchronized (demand) {
      if (!demand.hasRoomFor(sha256)) {
        throw tooMany();
      }
      demand.expects(sha256);
    }
    settle();
  }

  void expectsNothing() {
    synchronized (demand) {
      demand.expects(null);
    }
    settle();
  }

  /** One that is open is the pool's from now on. */
  void use(ShelfModel next) {
    synchronized (demand) {
      engine.use(next.sha256());
      card = engine.card().orElseThrow().named(next.name());
    }
    settle();
  }

  /**
   * Does something before anybody can want a model that nobody wants.
   *
   * @throws Conflict where somebody does
   */
  void ifUnwanted(ShelfModel model, Runnable task) {
    synchronized (demand) {
      if (model.sha256().equals(sha256())) {
        throw new Conflict(
            "The model %s is in use; switch to another first.".formatted(model.name()));
      }
      if (wanted().contains(model.sha256())) {
        throw new Conflict(
            "%d jobs that have not ended go by the model %s; wait for them, or cancel them."
                .formatted(demand.jobs(model.sha256()), model.name()));
      }
      task.run();
    }
  }

  /** What nobody wants any more is closed, and whoever has to know is told. */
  private void settle() {
    List<String> open;
    synchronized (demand) {
      if (engine != null) {
        engine.keep(wanted());
      }
      open = engine == null ? List.of() : engine.open();
    }
    announcer.announce(new ModelsChanged(open));
  }

  /** Called once, when all jobs that are taken up again hold their models. */
  public void tidy() {
    shelf.tidy(Set.copyOf(wanted()));
  }

  /** How many models are open in this process. */
  public int openModels() {
    return engine == null ? 0 : engine.open().size();
  }
}
