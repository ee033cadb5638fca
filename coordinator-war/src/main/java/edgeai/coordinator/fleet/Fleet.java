package edgeai.coordinator.fleet;

import edgeai.common.error.Conflict;
import edgeai.common.error.Unavailable;
import edgeai.common.network.Authority;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Worker;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The workers there are, at most {@code MAX_WORKERS}. */
@ApplicationScoped
public class Fleet {
  /** The coordinator's own worker. */
  public static final String LOCAL_ID = "coordinator-local";

  private static final Logger LOG = Logger.getLogger(Fleet.class.getName());

  /** Workers whose troubles are told one by one. */
  private static final int TOLD = 3;

  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);

  @Inject private CoordinatorSettings settings;
  @Inject private PoolModel model;
  @Inject private FrameCounts counts;
  @Inject private Clock clock;
  @Inject private Event<WorkerGone> gone;
  @Inject private Event<FleetChanged> changed;

  private final Map<String, WorkerNode> workers = new ConcurrentHashMap<>();

  /**
   * Takes a worker in; a registration under a known id replaces the one before.
   *
   * @throws Conflict for the coordinator's own id
   * @throws Unavailable where the pool is full
   */
  public synchronized Worker register(Registration registration) {
    if (registration.workerId().equals(LOCAL_ID)) {
      throw new Conflict(LOCAL_ID + " is the coordinator's own worker.");
    }
    return show(add(registration, false));
  }

  /** Takes in the worker inside the coordinator. */
  public synchronized void addLocal(Registration registration) {
    add(registration, true);
  }

  private WorkerNode add(Registration registration, boolean local) {
    WorkerNode before = workers.get(registration.workerId());
    if (before == null && workers.size() >= settings.pool().maxWorkers() && !dropLongestOffline()) {
      throw new Unavailable(
          "The pool is full: MAX_WORKERS=%d.".formatted(settings.pool().maxWorkers()), 60);
    }
    String refusal = refusal(registration);
    WorkerNode node = new WorkerNode(registration, local, refusal, before, settings.pool(), clock);
    workers.put(node.id(), node);
    if (before != null) {
      retire(before, "registered again");
    }
    LOG.log(
        refusal == null ? Level.INFO : Level.WARNING,
        "worker {0} joined from {1}{2}",
        new Object[] {
          node.id(),
          Authority.of(registration.host(), registration.port()),
          refusal == null ? "" : ", but gets no frames: " + refusal
        });
    changed.fire(new FleetChanged());
    return node;
  }

  private String refusal(Registration registration) {
    if (!registration.isCapable()) {
      return "it does not announce the capability %s%s"
          .formatted(
              Registration.CAPABILITY,
              registration.note() == null ? "" : ": " + registration.note());
    }
    String pool = model.sha256();
    String theirs = registration.modelSha256();
    if (theirs != null && !pool.equalsIgnoreCase(theirs)) {
      return "its model %s is not the pool's %s".formatted(brief(theirs), brief(pool));
    }
    return null;
  }

  private static String brief(String sha256) {
    return sha256.substring(0, Math.min(12, sha256.length()));
  }

  /** False where the worker is not known and should register again. */
  public boolean heartbeat(String workerId) {
    WorkerNode node = workers.get(workerId);
    if (node == null) {
      return false;
    }
    boolean back = node.isSilent();
    node.heartbeat();
    if (back) {
      LOG.log(Level.INFO, "worker {0} is back", workerId);
      changed.fire(new FleetChanged());
    }
    return true;
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
    retire(node, "left");
    return true;
  }

  private void retire(WorkerNode node, String reason) {
    node.leave();
    gone.fire(new WorkerGone(node, "worker %s %s".formatted(node.id(), reason)));
  }

  /** Looks for workers that fell silent; frames they hold go elsewhere. */
  void watch() {
    for (WorkerNode node : workers.values()) {
      if (node.inFlight() > 0 && node.isSilent()) {
        gone.fire(
            new WorkerGone(
                node,
                "worker %s has been silent for %d s"
                    .formatted(node.id(), node.silence().toSeconds())));
      }
      if (node.isSilent(FORGOTTEN_AFTER)) {
        remove(node.id());
      }
    }
  }

  private boolean dropLongestOffline() {
    Optional<WorkerNode> longest =
        workers.values().stream()
            .filter(node -> node.isSilent(settings.pool().offlineAfter()))
            .max(Comparator.comparing(WorkerNode::silence));
    longest.ifPresent(node -> remove(node.id()));
    return longest.isPresent();
  }

  /**
   * Leases a place for a frame, by expected finish. A worker in {@code avoid} is taken only where
   * no other serves.
   */
  public Optional<WorkerNode> lease(Set<String> avoid) {
    List<WorkerNode> serving = workers.values().stream().filter(WorkerNode::isServing).toList();
    List<WorkerNode> fresh = serving.stream().filter(node -> !avoid.contains(node.id())).toList();
    boolean elsewhere = fresh.stream().anyMatch(node -> !node.isOffline());
    List<WorkerNode> free =
        (elsewhere ? fresh : serving).stream().filter(WorkerNode::hasRoom).toList();
    return WorkerChoice.byExpectedFinish(free).stream().filter(WorkerNode::tryLease).findFirst();
  }

  /**
   * Leases a place for a frame that another worker has, at one that never had it.
   *
   * @param withinMs how soon the worker must be expected to be done
   */
  public Optional<WorkerNode> leaseElsewhere(Set<String> had, double withinMs) {
    List<WorkerNode> free =
        workers.values().stream()
            .filter(node -> node.isServing() && node.hasRoom() && !had.contains(node.id()))
            .toList();
    return WorkerChoice.within(free, withinMs).stream().filter(WorkerNode::tryLease).findFirst();
  }

  /** Why no worker does frames, in one sentence; empty where something can be expected of one. */
  public Optional<String> trouble() {
    List<WorkerNode> nodes =
        workers.values().stream().sorted(Comparator.comparing(WorkerNode::id)).toList();
    List<String> troubles =
        nodes.stream()
            .filter(node -> node.trouble() != null)
            .map(node -> "%s %s".formatted(node.id(), node.trouble()))
            .toList();
    if (troubles.size() < nodes.size()) {
      return Optional.empty();
    }
    String named = String.join("; ", troubles.subList(0, Math.min(TOLD, troubles.size())));
    int more = troubles.size() - TOLD;
    return Optional.of(
        "No worker does frames: %s%s."
            .formatted(
                troubles.isEmpty() ? "none has joined" : named,
                more > 0 ? "; and %d more".formatted(more) : ""));
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
  public List<Worker> list() {
    return workers.values().stream()
        .sorted(Comparator.comparing(WorkerNode::id))
        .map(this::show)
        .toList();
  }

  private Worker show(WorkerNode node) {
    Optional<ModelCard> shared = model.card(node.registration().modelSha256());
    return node.show(
        shared.map(ModelCard::classes).orElse(null),
        shared.map(ModelCard::inputSize).orElse(null),
        counts.of(node.id()));
  }
}
