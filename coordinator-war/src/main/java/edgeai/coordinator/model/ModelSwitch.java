package edgeai.coordinator.model;

import edgeai.common.error.Conflict;
import edgeai.common.vision.ModelCard;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Switches the pool to another model of the shelf, which it starts with from then on, and takes
 * models off. Jobs that there are go on with theirs.
 */
@ApplicationScoped
public class ModelSwitch {
  private static final Logger LOG = Logger.getLogger(ModelSwitch.class.getName());

  private final CoordinatorSettings settings;
  private final Shelf shelf;
  private final FirstModel first;
  private final PoolModel pool;
  private final Lock turn = new ReentrantLock();
  private final LongAdder switches = new LongAdder();

  @Inject
  public ModelSwitch(CoordinatorSettings settings, Shelf shelf, FirstModel first, PoolModel pool) {
    this.settings = settings;
    this.shelf = shelf;
    this.first = first;
    this.pool = pool;
  }

  /** For the container's proxy. */
  ModelSwitch() {
    this(null, null, null, null);
  }

  /**
   * The pool's model is another from now on, once that is open here.
   *
   * @param name of the model, or its hash
   * @throws edgeai.common.error.NotFound where there is none
   * @throws Conflict where {@code MODEL} is set, too many are in use, or it cannot be used
   */
  ModelCard to(String name) {
    settings.inference().model().ifPresent(ModelSwitch::refuse);
    ShelfModel next = shelf.require(name);
    turn.lock();
    try {
      pool.expects(next.sha256());
      try {
        pool.requireOpen(next.sha256());
        first.choose(next);
        pool.use(next);
      } finally {
        pool.expectsNothing();
      }
    } finally {
      turn.unlock();
    }
    switches.increment();
    LOG.log(
        Level.INFO,
        "the pool goes by the model {0} ({1}) now",
        new Object[] {next.name(), next.sha256()});
    return pool.card();
  }

  private static void refuse(Path set) {
    throw new Conflict(
        "MODEL=%s is set on the coordinator, which wins; start it without MODEL to switch."
            .formatted(set));
  }

  /**
   * Takes a model off the shelf.
   *
   * @throws edgeai.common.error.NotFound where there is none of this hash
   * @throws Conflict where it is in use, or comes with the build
   */
  void remove(String sha256) {
    ShelfModel model = shelf.require(sha256);
    if (model.isBundled()) {
      throw new Conflict("The model %s comes with the build and stays.".formatted(model.name()));
    }
    pool.ifUnwanted(model, () -> shelf.hide(model));
    shelf.remove(model);
  }

  /** How often the pool was switched since the start. */
  public long count() {
    return switches.sum();
  }
}
