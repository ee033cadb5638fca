package edgeai.coordinator.fleet;

import edgeai.common.error.Conflict;
import edgeai.common.guard.Announcer;
import edgeai.common.network.Authority;
import edgeai.common.network.OutgoingCalls;
import edgeai.common.network.OwnAddress;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.model.ModelsChanged;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The workers there are, at most {@code MAX_WORKERS}. */
@ApplicationScoped
public class Fleet {
  /** The coordinator's own worker. */
  public static final String LOCAL_ID = "coordinator-local";

  private static final Logger LOG = Logger.getLogger(Fleet.class.getName());

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  private final CoordinatorSettings.Pool limits;
  private final Clock clock;
  private final Announcer announcer;
  private final Admission admission;
  private final Newcomers newcomers;
  private final Reputations reputations;

  private final Map<String, WorkerNode> workers = new ConcurrentHashMap<>();

  @Inject
  public Fleet(CoordinatorSettings settings, PoolModel model, Clock clock, Announcer announcer) {
    this.limits = settings.pool();
    this.clock = clock;
    this.announcer = announcer;
    OutgoingCalls calls = new OutgoingCalls(limits.allowedNetworks(), own(settings));
    this.admission = new Admission(calls, model);
    this.newcomers = new Newcomers(settings, calls);
    this.reputations = new Reputations(clock);
  }

  /** For the container's proxy. */
  Fleet() {
    this.limits = null;
    this.clock = null;
    this.announcer = null;
    this.admission = null;
    this.newcomers = null;
    this.reputations = null;
  }

  private static OwnAddress own(CoordinatorSettings settings) {
    return new OwnAddress(settings.host(), settings.port(), false);
  }

  /**
   * Takes a worker in; a registration under a known id replaces the one before of the same owner.
   *
   * @throws Conflict for the coordinator's own id or address, and those of others
   * @throws edgeai.common.error.TooMany where its owner has its share of the pool
   * @throws edgeai.common.error.Unavailable where the pool is full
   */
  public WorkerNode register(WorkerRegistration registration, Owner owner) {
    requireNotLocal(registration.workerId());
    return addClaimed(newcomers.pinned(registration), owner);
  }

  /**
   * Nobody speaks for a worker that is another's; one that is not registered is nobody's.
   *
   * @throws Conflict where it is
   */
  public void requireOwn(String workerId, Owner owner) {
    requireNotLocal(workerId);
    if (find(workerId).filter(worker -> !worker.isOf(owner)).isPresent()) {
      throw new Conflict(
          "Worker %s belongs to another, who alone can say what it found.".formatted(workerId));
    }
  }

  private synchronized WorkerNode addClaimed(WorkerRegistration registration, Owner owner) {
    newcomers.requireFree(registration, owner, workers.values());
    if (!workers.containsKey(registration.workerId())) {
      newcomers.leaver(owner, workers.values()).ifPresent(this::remove);
    }
    return add(registration, owner);
  }

  /** Takes in the worker inside the coordinator. */
  public synchronized void addLocal(WorkerRegistration registration) {
    add(registration, Owner.COORDINATOR);
  }

  /**
   * Nobody speaks for the coordinator's own worker.
   *
   * @throws Conflict for its id
   */
  public static void requireNotLocal(String workerId) {
    if (workerId.equals(LOCAL_ID)) {
      throw new Conflict(LOCAL_ID + " is the coordinator's own worker.");
    }
  }

  private WorkerNode add(WorkerRegistration registration, Owner owner) {
    WorkerNode before = workers.get(registration.workerId());
    WorkerModels models = new WorkerModels(registration.modelSha256());
    String refusal = admission.refusal(registration, models);
    WorkerNode node =
        new WorkerNode(
            registration, reputations.of(owner), owner, models, refusal, before, limits, clock);
    workers.put(node.id(), node);
    if (before != null) {
      retire(before, "registered again");
    }
    LOG.log(
        refusal == null ? Level.INFO : Level.WARNING,
        "worker {0} joined from {1}{2}",
        new Object[] {
          node.id(),
          Authority.of(registration.ipAddress(), registration.port()),
          refusal == null ? "" : ", but gets no frames: " + refusal
        });
    announcer.announce(new FleetChanged());
    return node;
  }

  /** False where its owner made no such worker known, and should register it again. */
  public boolean heartbeat(String workerId, Owner owner, WorkerHeartbeat said) {
    WorkerNode node = workers.get(workerId);
    if (node == null || !node.isOf(owner)) {
      return false;
    }
    boolean back = node.standing().isSilent();
    node.standing().heard();
    boolean others = said.models() != null && hasOthers(node, said);
    if (back) {
      LOG.log(Level.INFO, "worker {0} is back", workerId);
    }
    if (back || others) {
      announcer.announce(new FleetChanged());
    }
    return true;
  }

  private boolean hasOthers(WorkerNode node, WorkerHeartbeat said) {
    node.standing().remarks(said.note());
    boolean others = node.models().are(said.models());
    if (others) {
      LOG.log(
          Level.INFO,
          "worker {0} has the models {1}",
          new Object[] {
            node.id(),
            node.models().all().stream().map(Admission::brief).collect(Collectors.joining(", "))
          });
    }
    return judge(node) || others;
  }

  /** Whether it gets frames may have changed; true where it has. */
  private boolean judge(WorkerNode node) {
    return node.standing().refuse(admission.refusal(node.registration(), node.models()));
  }

  /** Other models are wanted of workers, or open in this process. */
  void onModels(@Observes ModelsChanged event) {
    workers.values().stream()
        .filter(WorkerNode::isLocal)
        .forEach(local -> local.models().are(event.open()));
    workers.values().forEach(this::judge);
    announcer.announce(new FleetChanged());
  }

  /** Takes a worker out; false where it is not known. */
  public synchronized boolean remove(String workerId) {
    if (workerId.equals(LOCAL_ID) && workers.containsKey(LOCAL_ID)) {
      throw new Conflict(LOCAL_ID + " is the coordinator's own worker and stays.");
    }
    WorkerNode node = workers.remove(workerId);
    if (node == null) {
      return false;
    }
    LOG.log(Level.INFO, "worker {0} left", workerId);
    node.trust().left();
    retire(node, "left");
    return true;
  }

  /** Takes this registration out; false where another is in its place, or none. */
  public synchronized boolean remove(WorkerNode node) {
    return workers.get(node.id()) == node && remove(node.id());
  }

  private void retire(WorkerNode node, String reason) {
    node.standing().leave();
    announcer.announce(new WorkerGone(node, "worker %s %s".formatted(node.id(), reason)));
  }

  /** Looks for workers that fell silent; frames they hold go elsewhere. */
  void watch() {
    for (WorkerNode node : workers.values()) {
      if (node.isBusy() && node.standing().isSilent()) {
        announcer.announce(
            new WorkerGone(
                node,
                "worker %s has been silent for %d s"
                    .formatted(node.id(), node.standing().silence().toSeconds())));
      }
      if (node.standing().isSilent(FORGOTTEN_AFTER)) {
        remove(node.id());
      }
    }
  }

  /** The workers that may get work and that are meant, in no order. */
  public List<WorkerNode> serving(Predicate<WorkerNode> meant) {
    return workers.values().stream().filter(node -> node.isServing() && meant.test(node)).toList();
  }

  /**
   * Why no worker does frames, in one sentence; empty where something can be expected of one.
   *
   * @param unfit why a worker cannot do those that are meant, as a predicate; empty where it can
   */
  public Optional<String> trouble(Function<WorkerNode, Optional<String>> unfit) {
    return PoolTrouble.of(nodes(), unfit);
  }

  /**
   * An operator says that nothing is held against a worker and its owner any more; false where it
   * is not known.
   */
  public boolean pardon(String workerId) {
    WorkerNode node = workers.get(workerId);
    if (node == null) {
      return false;
    }
    node.trust().pardon();
    LOG.log(Level.INFO, "nothing is held against worker {0} any more", workerId);
    announcer.announce(new FleetChanged());
    return true;
  }

  /** Workers that get one frame at a time since they, or others of their owners, were wrong. */
  public long onProbation() {
    return workers.values().stream().filter(node -> node.trust().isOnProbation()).count();
  }

  /** Workers whose answers are not believed at present. */
  public long quarantined() {
    return workers.values().stream().filter(WorkerNode::isQuarantined).count();
  }

  public Optional<WorkerNode> find(String workerId) {
    return Optional.ofNullable(workers.get(workerId));
  }

  /** Whether a worker that takes no binary frames may get some. */
  public boolean servesAgents() {
    return workers.values().stream()
        .anyMatch(
            node -> !node.isLocal() && !node.registration().acceptsJpeg() && node.isServing());
  }

  /** Places of all serving workers together. */
  public int places() {
    return workers.values().stream()
        .filter(WorkerNode::isServing)
        .mapToInt(node -> node.registration().maxInFlight())
        .sum();
  }

  /** All workers, by id. */
  public List<WorkerNode> nodes() {
    return workers.values().stream().sorted(Comparator.comparing(WorkerNode::id)).toList();
  }
}
