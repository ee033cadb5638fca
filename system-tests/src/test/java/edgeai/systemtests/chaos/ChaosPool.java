package edgeai.systemtests.chaos;

import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.PostgresHere;
import edgeai.common.fixture.TestPostgres;
import edgeai.systemtests.fixture.AdminDouble;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Pulse;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The servers that faults happen to: a coordinator with a worker of its own, a worker nearby, a
 * worker behind a {@link FaultyProxy}, and an admin server.
 */
final class ChaosPool implements AutoCloseable {
  static final String NEAR = "chaos-near";
  static final String FAR = "chaos-far";

  /** Sees what the pool's model sees and calls it otherwise. */
  static final BlobModel OTHER_MODEL =
      BlobModel.standard().withClasses("cat", "dog", "cow", "hen", "pig", "owl");

  private static final String LOCAL = "coordinator-local";
  private static final Duration MENDING = Duration.ofMinutes(3);

  private final AdminDouble admin = new AdminDouble();
  private TestPostgres postgres;
  private FaultyProxy proxy;
  private final Pulse pulse;
  private final Http http;
  private ServerProcess coordinator;
  private ServerProcess near;
  private ServerProcess far;

  private ChaosPool(Map<String, String> silences) {
    Map<String, String> settings = new HashMap<>(silences);
    settings.put("MODEL", model(BlobModel.standard(), "standard"));
    settings.put("ADMIN_URL", admin.url());
    coordinator = ServerProcess.coordinator("chaos-coordinator", settings);
    http = coordinator.http();
    pulse = new Pulse(http);
  }

  /** Starts all servers, with the silences that operators have, and waits until they are ready. */
  static ChaosPool start() {
    return start(Map.of(), Map.of());
  }

  /** As {@link #start()}, with silences of seconds. */
  static ChaosPool startHasty() {
    return start(Map.of("WORKER_HEARTBEAT_TIMEOUT", "9"), Map.of("WORKER_HEARTBEAT", "2"));
  }

  /** As {@link #start()}, with what it knows in PostgreSQL. */
  static ChaosPool startOnPostgres() {
    TestPostgres postgres = PostgresHere.start(Build.emptyFolder("chaos-postgres").resolve("data"));
    Map<String, String> settings = new HashMap<>(postgres.settings("chaos"));
    settings.put("DB_URL", postgres.create("chaos", null) + DatabaseFaults.IMPATIENT);
    try {
      ChaosPool pool = start(settings, Map.of());
      pool.postgres = postgres;
      return pool;
    } catch (RuntimeException | Error e) {
      postgres.close();
      throw e;
    }
  }

  private static ChaosPool start(Map<String, String> ofCoordinator, Map<String, String> ofWorkers) {
    ChaosPool pool = new ChaosPool(ofCoordinator);
    try {
      pool.near = ServerProcess.worker(NEAR, pool.coordinator.url(), ofWorkers);
      // it introduces itself with the proxy's address, and listens on its own
      Map<String, String> proxied = new HashMap<>(ofWorkers);
      proxied.put("ADVERTISE_ADDRESS", FaultyProxy.HOST);
      pool.far = ServerProcess.worker(FAR, pool.coordinator.url(), proxied);
      pool.proxy = new FaultyProxy(pool.far.port());
      pool.coordinator.awaitReady();
      pool.near.awaitReady();
      pool.far.awaitReady();
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
    return pool;
  }

  /** Writes a model into a folder of its own. */
  static String model(BlobModel model, String name) {
    Path file = Build.emptyFolder("chaos-model-" + name).resolve("blobs.onnx");
    try {
      return model.write(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A client of the coordinator, whichever process that is. */
  Http http() {
    return http;
  }

  JobClient jobs() {
    return new JobClient(http);
  }

  /** Where it keeps what it knows, null where that is H2. */
  TestPostgres postgres() {
    return postgres;
  }

  AdminDouble admin() {
    return admin;
  }

  FaultyProxy proxy() {
    return proxy;
  }

  Pulse pulse() {
    return pulse;
  }

  ServerProcess coordinator() {
    return coordinator;
  }

  ServerProcess near() {
    return near;
  }

  ServerProcess far() {
    return far;
  }

  /** Where a worker runs, by its id. */
  ServerProcess server(String worker) {
    return switch (worker) {
      case NEAR -> near;
      case FAR -> far;
      case LOCAL -> coordinator;
      default -> throw new IllegalArgumentException(worker);
    };
  }

  /** The coordinator's process has ended, and a new one takes its data over. */
  void startCoordinatorAgain() {
    coordinator = coordinator.startAgain();
    coordinator.awaitReady();
  }

  void startNearAgain() {
    near = near.startAgain();
  }

  /** Starts the worker behind the proxy again, with other settings for once. */
  void startFarAgain(Map<String, String> others) {
    far = far.startAgain(others);
  }

  List<JsonObject> workers() {
    return http.get("/workers").expect(200).objects();
  }

  /** Waits until the pool is as it was at the start, and helps it along. */
  void awaitWhole() {
    for (JsonObject worker : workers()) {
      String id = worker.getString("worker_id");
      // a worker that is deleted registers again, with a clean record
      if (!id.equals(LOCAL) && !isSound(worker)) {
        http.delete("/workers/" + Http.inPath(id));
      }
    }
    await("the pool is whole again").atMost(MENDING).until(this::isWhole);
  }

  private boolean isWhole() {
    List<JsonObject> workers = workers();
    return workers.stream().allMatch(ChaosPool::isSound)
        && workers.stream()
            .map(worker -> worker.getString("worker_id"))
            .toList()
            .containsAll(List.of(NEAR, FAR, LOCAL));
  }

  /** Whether the coordinator believes that the worker can be given frames. */
  static boolean isSound(JsonObject worker) {
    return !worker.getString("status").equals("offline")
        && worker.getString("circuit", "closed").equals("closed")
        && worker.isNull("refusal")
        && !worker.getBoolean("quarantined", false);
  }

  @Override
  public void close() {
    pulse.close();
    for (ServerProcess server : new ServerProcess[] {near, far, coordinator}) {
      if (server != null) {
        server.close();
      }
    }
    if (proxy != null) {
      proxy.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    admin.close();
  }
}
