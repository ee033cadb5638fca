package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A coordinator without a worker of its own, to which workers come one by one. */
final class BareTrials implements AutoCloseable {
  private static final int[] SIZES = {1, 2, 4};

  private final int frames;
  private final ServerProcess coordinator;
  private final Http http;
  private final JobClient jobs;
  private final List<ServerProcess> workers = new ArrayList<>();

  private BareTrials(int frames, ServerProcess coordinator) {
    this.frames = frames;
    this.coordinator = coordinator;
    this.http = coordinator.http();
    this.jobs = new JobClient(http);
  }

  static BareTrials start(int frames) {
    ServerProcess coordinator =
        ServerProcess.coordinator(
            "chaos-bare-coordinator",
            Map.of(
                "MODEL", ChaosPool.model(BlobModel.standard(), "bare"), "LOCAL_WORKER", "false"));
    BareTrials trials = new BareTrials(frames, coordinator);
    try {
      coordinator.awaitReady();
    } catch (RuntimeException | Error e) {
      trials.close();
      throw e;
    }
    return trials;
  }

  /** A job that nobody can work on waits, says so, and goes on when a worker comes. */
  Outcome noWorker(Way way) {
    letWorkersGo();
    String id = jobs.submit(way.video(frames), "?sample_fps=0");
    await("frames wait for a worker")
        .atMost(Duration.ofSeconds(30))
        .until(() -> http.get("/queue/stats").object().getInt("pending") > 0);
    JsonObject waiting = jobs.job(id);
    assertThat(waiting.getInt("processed_frames")).isZero();
    assertThat(waiting.getString("status")).isEqualTo("processing");
    Instant came = Instant.now();
    addWorkers(1);
    double seconds = Duration.between(came, Instant.now()).toMillis() / 1000.0;
    return outcome(id, way, OptionalDouble.of(seconds));
  }

  /** The same clip is done by one, two and four workers, who must find the same. */
  Outcome moreWorkers(Way way) {
    letWorkersGo();
    List<List<JsonValue>> found = new ArrayList<>();
    Outcome last = null;
    for (int size : SIZES) {
      addWorkers(size - workers.size());
      String id = jobs.submit(way.video(frames), "?sample_fps=0");
      last = outcome(id, way, OptionalDouble.empty());
      found.add(jobs.frames(id).stream().map(frame -> frame.get("detections")).toList());
    }
    assertThat(found).as("detections by 1, 2 and 4 workers").containsOnly(found.get(0));
    return last;
  }

  private Outcome outcome(String id, Way way, OptionalDouble back) {
    way.require(jobs.awaitEnd(id));
    Outcome outcome = Outcome.of(jobs.frames(id), frames, OptionalDouble.empty(), back);
    outcome.requireSound(coordinator.name());
    Ledger.of(http).requireBalance();
    return outcome;
  }

  private void addWorkers(int count) {
    List<ServerProcess> added = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name = "chaos-bare-%d".formatted(workers.size() + 1);
      ServerProcess worker = ServerProcess.worker(name, coordinator.url(), Map.of());
      workers.add(worker);
      added.add(worker);
    }
    added.forEach(ServerProcess::awaitReady);
  }

  private void letWorkersGo() {
    workers.forEach(ServerProcess::terminate);
    workers.forEach(ServerProcess::close);
    workers.clear();
    http.get("/workers")
        .objects()
        .forEach(worker -> http.delete("/workers/" + Http.inPath(worker.getString("worker_id"))));
  }

  @Override
  public void close() {
    workers.forEach(ServerProcess::close);
    coordinator.close();
  }
}
