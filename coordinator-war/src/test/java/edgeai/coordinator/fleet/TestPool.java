package edgeai.coordinator.fleet;

import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.piece.PieceHeader;
import edgeai.common.wire.Worker;
import edgeai.common.wire.WorkerHeartbeat;
import edgeai.common.wire.WorkerRegistration;
import edgeai.coordinator.dispatch.PieceLeases;
import edgeai.coordinator.model.FixedPool;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.roster.Roster;
import edgeai.coordinator.settings.TestSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A fleet outside the container, whose time goes on when a test says so. */
public final class TestPool {
  public static final String MODEL = FixedPool.SHA256;

  /** Whose the workers of a pool are, where a test does not say. */
  public static final Owner SOMEBODY = new Owner("address 10.0.0.7");

  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final PieceLeases pieces = new PieceLeases();
  private final FixedPool model = new FixedPool();
  private final Fleet fleet;
  private final Roster roster;
  private final Map<String, Long> counted = new ConcurrentHashMap<>();
  private int machines;

  /** A pool whose model is {@link #MODEL}. */
  public TestPool(String... settings) {
    fleet = new Fleet(TestSettings.with(withItsNetwork(settings)), model, clock, events);
    roster = new Roster(fleet, model, new Counts(), pieces);
  }

  /** Its workers are on machines of their own. */
  private static String[] withItsNetwork(String... settings) {
    return Stream.concat(
            Stream.of("ALLOWED_NETWORKS", "10.0.0.0/8, 127.0.0.0/8"), Stream.of(settings))
        .toArray(String[]::new);
  }

  /** So many results of a worker count. */
  void counted(String id, long frames) {
    counted.put(id, frames);
  }

  /** Its workers' places for frames. */
  public FramePlaces places() {
    return new FramePlaces(fleet);
  }

  public Fleet fleet() {
    return fleet;
  }

  /** The pieces that its workers have. */
  public PieceLeases pieces() {
    return pieces;
  }

  public Roster roster() {
    return roster;
  }

  /** The workers there are, as they are shown. */
  public List<Worker> list() {
    return roster.list();
  }

  public MutableClock clock() {
    return clock;
  }

  public FiredEvents events() {
    return events;
  }

  /** A worker that takes one frame at a time joins. */
  public WorkerNode join(String id) {
    return join(worker(id, 1));
  }

  public WorkerNode join(WorkerRegistration registration) {
    return join(registration, SOMEBODY);
  }

  public WorkerNode join(WorkerRegistration registration, Owner owner) {
    return fleet.register(registration, owner);
  }

  /** A worker of somebody's joins, on a machine of its own. */
  public WorkerNode join(String id, Owner owner) {
    return join(id, 1, owner);
  }

  /** As {@link #join(String, Owner)}, with so many places. */
  public WorkerNode join(String id, int maxInFlight, Owner owner) {
    return join(elsewhere(worker(id, maxInFlight)), owner);
  }

  /** As {@link #join(String, Owner)}, with the pool's model. */
  public WorkerNode joinNaming(String id, Owner owner) {
    return join(elsewhere(withModel(id, MODEL)), owner);
  }

  /** As {@link #join(String, Owner)}, one that posts its results. */
  public WorkerNode joinAgent(String id, Owner owner) {
    return join(elsewhere(agent(id)), owner);
  }

  private WorkerRegistration elsewhere(WorkerRegistration there) {
    machines++;
    return new WorkerRegistration(
        there.workerId(),
        there.hostname(),
        "10.0.1." + machines,
        there.port(),
        there.capabilities(),
        there.accepts(),
        there.modelSha256(),
        there.model(),
        there.provider(),
        there.maxInFlight(),
        there.note());
  }

  /** The coordinator's own worker joins. */
  public WorkerNode joinLocal(int maxInFlight) {
    fleet.addLocal(worker(Fleet.LOCAL_ID, maxInFlight));
    return fleet.find(Fleet.LOCAL_ID).orElseThrow();
  }

  /** The model of this pool, and those of its jobs. */
  public FixedPool model() {
    return model;
  }

  /** A worker says that it lives, and no more. */
  public void heartbeat(String id) {
    fleet.heartbeat(id, ownerOf(id), WorkerHeartbeat.SILENT);
  }

  private Owner ownerOf(String id) {
    return fleet.find(id).map(WorkerNode::owner).orElse(SOMEBODY);
  }

  /** Time goes on while all workers keep their heartbeats. */
  public void passes(double seconds) {
    clock.advanceSeconds(seconds);
    list().forEach(worker -> heartbeat(worker.workerId()));
  }

  Worker shown(String id) {
    return list().stream().filter(w -> w.workerId().equals(id)).findFirst().orElseThrow();
  }

  public static WorkerRegistration worker(String id, int maxInFlight) {
    return registration(id, List.of(WorkerRegistration.CAPABILITY), null, maxInFlight, true);
  }

  /** A worker that does pieces of video joins. */
  public WorkerNode joinWithPieces(String id) {
    return joinWithPieces(id, null);
  }

  /**
   * As {@link #joinWithPieces(String)}.
   *
   * @param sha256 of its model, null for one that names none
   */
  public WorkerNode joinWithPieces(String id, String sha256) {
    return join(accepting(id, List.of(WorkerRegistration.JPEG, PieceHeader.MEDIA_TYPE), sha256));
  }

  /** As {@link #joinWithPieces(String)}, somebody's, on a machine of its own. */
  public WorkerNode joinStranger(String id, Owner owner) {
    return join(
        elsewhere(accepting(id, List.of(WorkerRegistration.JPEG, PieceHeader.MEDIA_TYPE), null)),
        owner);
  }

  /** The same, which can cut frames into tiles. */
  public WorkerNode joinCutting(String id) {
    return join(
        accepting(
            id,
            List.of(WorkerRegistration.JPEG, WorkerRegistration.CUT_JPEG, PieceHeader.MEDIA_TYPE),
            null));
  }

  private static WorkerRegistration accepting(String id, List<String> accepts, String sha256) {
    WorkerRegistration plain = worker(id, 2);
    return new WorkerRegistration(
        plain.workerId(),
        plain.hostname(),
        plain.ipAddress(),
        plain.port(),
        plain.capabilities(),
        accepts,
        sha256,
        null,
        null,
        2,
        null);
  }

  public static WorkerRegistration agent(String id) {
    return registration(id, List.of(WorkerRegistration.CAPABILITY), null, 1, false);
  }

  /** An agent that says which model it has. */
  public static WorkerRegistration namingAgent(String id) {
    return registration(id, List.of(WorkerRegistration.CAPABILITY), MODEL, 1, false);
  }

  public static WorkerRegistration withModel(String id, String sha256) {
    return registration(id, List.of(WorkerRegistration.CAPABILITY), sha256, 1, true);
  }

  static WorkerRegistration registration(
      String id, List<String> capabilities, String sha256, int maxInFlight, boolean acceptsJpeg) {
    return new WorkerRegistration(
        id,
        "host",
        "10.0.0.7",
        9001,
        capabilities,
        acceptsJpeg ? List.of(WorkerRegistration.JPEG) : List.of(),
        sha256,
        null,
        null,
        maxInFlight,
        null);
  }

  private final class Counts extends RunningTotals {
    Counts() {
      super(null, null);
    }

    @Override
    public long framesOf(String workerId) {
      return counted.getOrDefault(workerId, 0L);
    }
  }
}
