package edgeai.systemtests.fuzz;

import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.settings.Program;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/**
 * A coordinator, a worker and an admin server, what they had before, and whether they still have.
 */
final class Site implements AutoCloseable {
  private static final String WORKER = "fuzzed-worker";
  private static final Duration REST = Duration.ofMinutes(2);

  private final ServerProcess admin = ServerProcess.admin("fuzzed-admin", Map.of());
  private final ServerProcess coordinator =
      ServerProcess.coordinator(
          "fuzzed-coordinator",
          Map.of(
              "MODEL", model(), "ADMIN_URL", admin.url(), "ALERT_SLOW_INFERENCE_MS", "86000000"));
  private final ServerProcess worker = ServerProcess.worker(WORKER, coordinator.url(), Map.of());
  private final List<ServerProcess> servers = List.of(coordinator, admin, worker);
  private final List<Target> targets = new ArrayList<>();
  private final List<LogWatch> logs = new ArrayList<>();
  private Keepsakes keepsakes;
  private List<Vitals> before;
  private List<String> files;

  /** Starts all servers and waits until they are ready. */
  static Site start() {
    Site site = new Site();
    try {
      site.servers.forEach(ServerProcess::awaitReady);
      site.settle();
    } catch (RuntimeException | Error e) {
      site.close();
      throw e;
    }
    return site;
  }

  private void settle() {
    keepsakes = new Keepsakes(coordinator.http(), admin.http(), WORKER);
    targets.add(target(coordinator, Program.COORDINATOR, keepsakes.ofCoordinator()));
    targets.add(target(admin, Program.ADMIN, keepsakes.ofAdmin()));
    targets.add(target(worker, Program.WORKER, Map.of()));
    servers.forEach(server -> logs.add(new LogWatch(server)));
    measure();
  }

  private static Target target(ServerProcess server, Program program, Map<String, String> known) {
    return new Target(server, program, new Doors(server), known);
  }

  private static String model() {
    try {
      Path file = Build.emptyFolder("fuzz-model").resolve("blobs.onnx");
      return BlobModel.standard().write(file).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes what servers use now for what they may use later. */
  void measure() {
    before = servers.stream().map(Vitals::of).toList();
    files = files();
  }

  List<Target> targets() {
    return targets;
  }

  Target coordinator() {
    return targets.getFirst();
  }

  /** The coordinator most often, since it takes most. */
  Target any(Dice dice) {
    return targets.get(dice.of(0, 0, 0, 1, 1, 2));
  }

  /** What is not in order with the servers between cases. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (ServerProcess server : servers) {
      try {
        int status = server.http().get("/health").status();
        if (status != 200) {
          faults.add("%s: /health answers %d".formatted(server.name(), status));
        }
      } catch (UncheckedIOException e) {
        faults.add("%s does not answer: %s".formatted(server.name(), e.getMessage()));
      }
    }
    logs.forEach(log -> faults.addAll(log.faults()));
    return faults;
  }

  /** Removes what cases brought in, so that no bound is met by them together. */
  void tidy() {
    Http http = coordinator.http();
    for (JsonObject one : http.get("/workers").expect(200).objects()) {
      String id = one.getString("worker_id");
      if (!id.equals(WORKER) && !id.equals("coordinator-local") && !id.startsWith("rogue-")) {
        http.delete("/workers/" + Http.inPath(id));
      }
    }
    for (JsonObject model : http.get("/models").expect(200).objects()) {
      if (!model.getBoolean("bundled") && !model.getBoolean("in_use")) {
        http.delete("/models/" + model.getString("sha256"));
      }
    }
    String kept = coordinator().known().get("jobs");
    for (JsonObject job : http.get("/jobs").expect(200).objects()) {
      if (!job.getString("job_id").equals(kept) && !job.isNull("completed_at")) {
        http.delete("/jobs/" + job.getString("job_id"));
      }
    }
  }

  /** What is not as it was before, once all is at rest. */
  List<String> harm() {
    List<String> faults = new ArrayList<>();
    try {
      await().atMost(REST).until(this::isAtRest);
    } catch (ConditionTimeoutException e) {
      faults.add("files that are left: %s, before %s".formatted(files(), files));
    }
    faults.addAll(keepsakes.faults());
    try {
      keepsakes.doJob("after.mp4");
    } catch (AssertionError e) {
      faults.add("a job afterwards: " + Manners.shortened(e.getMessage()));
    }
    JsonObject ledger = coordinator.http().get("/ledger").expect(200).object();
    if (!ledger.getBoolean("balanced")) {
      faults.add("the ledger: " + ledger);
    }
    return faults;
  }

  private boolean isAtRest() {
    tidy();
    return children() <= before.stream().mapToInt(Vitals::children).sum() + 1
        && files().equals(files);
  }

  private int children() {
    return servers.stream().mapToInt(server -> server.usage().children()).sum();
  }

  /** Uploads, and what is temporary beside them. */
  private List<String> files() {
    List<String> all = new ArrayList<>(Build.uploadsIn(coordinator.data().resolve("uploads")));
    for (ServerProcess server : servers) {
      all.addAll(Build.filesIn(server.data().resolve("tmp/server")));
    }
    return all;
  }

  /** Lines in all logs since the start. */
  int logLines() {
    return logs.stream().mapToInt(LogWatch::lines).sum();
  }

  /** Sentences on what servers take of the machine, and what has grown too far. */
  List<String> growth(java.util.function.Consumer<String> told) {
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < servers.size(); i++) {
      Vitals now = Vitals.of(servers.get(i));
      told.accept(before.get(i).inWords(now));
      faults.addAll(before.get(i).faults(now));
    }
    return faults;
  }

  @Override
  public void close() {
    if (keepsakes != null) {
      keepsakes.close();
    }
    worker.close();
    coordinator.close();
    admin.close();
  }
}
