package edgeai.coordinator.fleet;

import edgeai.common.fixture.ByHand;
import edgeai.common.fixture.FiredEvents;
import edgeai.common.fixture.MutableClock;
import edgeai.common.vision.ModelCard;
import edgeai.common.wire.Worker;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.settings.TestSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A fleet outside the container, whose time goes on when a test says so. */
public final class TestPool {
  public static final String MODEL = "ab".repeat(32);

  private final MutableClock clock = new MutableClock();
  private final FiredEvents events = new FiredEvents();
  private final Fleet fleet = new Fleet();
  private final Map<String, Long> counted = new ConcurrentHashMap<>();

  /** A pool whose model is {@link #MODEL}. */
  public TestPool(String... settings) {
    ByHand.wired(fleet, TestSettings.with(settings), new FixedModel(), counts(), clock, events);
  }

  private FrameCounts counts() {
    return id -> counted.getOrDefault(id, 0L);
  }

  /** So many results of a worker count. */
  void counted(String id, long frames) {
    counted.put(id, frames);
  }

  public Fleet fleet() {
    return fleet;
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

  public WorkerNode join(Registration registration) {
    fleet.register(registration);
    return fleet.find(registration.workerId()).orElseThrow();
  }

  /** Time goes on while all workers keep their heartbeats. */
  public void passes(double seconds) {
    clock.advanceSeconds(seconds);
    fleet.list().forEach(worker -> fleet.heartbeat(worker.workerId()));
  }

  Worker shown(String id) {
    return fleet.list().stream().filter(w -> w.workerId().equals(id)).findFirst().orElseThrow();
  }

  public static Registration worker(String id, int maxInFlight) {
    return registration(id, List.of(Registration.CAPABILITY), null, maxInFlight, true);
  }

  public static Registration agent(String id) {
    return registration(id, List.of(Registration.CAPABILITY), null, 1, false);
  }

  static Registration withModel(String id, String sha256) {
    return registration(id, List.of(Registration.CAPABILITY), sha256, 1, true);
  }

  static Registration registration(
      String id, List<String> capabilities, String sha256, int maxInFlight, boolean acceptsJpeg) {
    return new Registration(
        id,
        "10.0.0.7",
        9001,
        "host",
        "10.0.0.7",
        capabilities,
        acceptsJpeg,
        sha256,
        null,
        null,
        maxInFlight,
        null);
  }

  private static final class FixedModel extends PoolModel {
    @Override
    public ModelCard card() {
      return new ModelCard("pool", MODEL, List.of("car", "bus"), 640, 480, "cpu", null, null);
    }
  }
}
