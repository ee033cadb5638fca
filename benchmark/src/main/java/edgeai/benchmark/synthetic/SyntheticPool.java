package edgeai.benchmark.synthetic;

import edgeai.benchmark.Kept;
import edgeai.benchmark.Run;
import edgeai.benchmark.load.LoadFigures;
import edgeai.benchmark.load.Tail;
import edgeai.common.vision.NoOpModel;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A coordinator that makes its frames by itself, with workers that infer nothing. */
public final class SyntheticPool implements Kept.Runs {
  /** Under which one whose workers get no frames is left to the next benchmark. */
  public static final String NAME = "synthetic pool";

  private final List<ServerProcess> workers = new ArrayList<>();
  private final ServerProcess coordinator;

  private SyntheticPool(ServerProcess coordinator) {
    this.coordinator = coordinator;
  }

  /** Starts a coordinator without workers and does not wait for it. */
  public static SyntheticPool start(Run run) throws IOException {
    return start(run, Map.of());
  }

  /** As {@link #start(Run)}, with more settings. */
  public static SyntheticPool start(Run run, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("LOCAL_WORKER", "false");
    settings.put("MALLOC_ARENA_MAX", "2");
    return new SyntheticPool(
        ServerProcess.coordinatorOf(SyntheticWar.build(run), "synthetic-coordinator", settings));
  }

  /**
   * Starts workers beside those that are there, and waits until all servers can work.
   *
   * @return the index of the first
   */
  public int add(List<NoOpWorker> members) {
    int first = workers.size();
    for (NoOpWorker member : members) {
      workers.add(
          ServerProcess.worker(
              "synthetic-worker-%d".formatted(workers.size() + 1),
              coordinator.url(),
              member.settings()));
    }
    coordinator.awaitReady();
    workers.forEach(ServerProcess::awaitReady);
    return first;
  }

  /** The origin of a worker, counted from 0. */
  public String worker(int index) {
    return workers.get(index).url();
  }

  /** A client of the coordinator. */
  public Http http() {
    return coordinator.http();
  }

  /** Processor time that the coordinator took so far. */
  public Duration processorTime() {
    return coordinator.usage().processorTime();
  }

  /**
   * Registers the workers again on their behalf, with so many places each; one without a place
   * stays known and gets no frames.
   */
  public void offer(int... places) {
    for (int index = 0; index < places.length; index++) {
      JsonArrayBuilder capabilities = Json.createArrayBuilder();
      if (places[index] > 0) {
        capabilities.add("yolov8n");
      }
      JsonObject registration =
          Json.createObjectBuilder()
              .add("worker_id", workers.get(index).name())
              .add("hostname", workers.get(index).name())
              .add("ip_address", "127.0.0.1")
              .add("port", workers.get(index).port())
              .add("capabilities", capabilities)
              .add("accepts", Json.createArrayBuilder().add("image/jpeg"))
              .add("model_sha256", NoOpModel.CARD.sha256())
              .add("max_in_flight", Math.max(1, places[index]))
              .build();
      coordinator.http().post("/register-worker", registration).expect(201);
    }
  }

  /** As many frames as can be done, with {@code window} of them waiting or at workers. */
  public LoadFigures closed(int bytes, int window, Duration warmUp, Duration length) {
    return load("closed?bytes=%d&window=%d".formatted(bytes, window), warmUp, length);
  }

  /** So many frames a second, whatever becomes of them. */
  public LoadFigures open(int bytes, double perSecond, Duration warmUp, Duration length) {
    return load("open?bytes=%d&per_second=%s".formatted(bytes, perSecond), warmUp, length);
  }

  private LoadFigures load(String which, Duration warmUp, Duration length) {
    String path =
        "/synthetic/%s&warm_up_ms=%d&length_ms=%d"
            .formatted(which, warmUp.toMillis(), length.toMillis());
    JsonObject answer = coordinator.http().post(path).expect(200).object();
    return new LoadFigures(
        answer.getJsonNumber("sent").longValue(),
        answer.getJsonNumber("per_second").doubleValue(),
        tail(answer.getJsonObject("answered")),
        tail(answer.getJsonObject("completed")));
  }

  private static Tail tail(JsonObject tail) {
    return new Tail(
        tail.getJsonNumber("p50_ms").doubleValue(),
        tail.getJsonNumber("p99_ms").doubleValue(),
        tail.getJsonNumber("p999_ms").doubleValue());
  }

  @Override
  public void close() {
    workers.forEach(ServerProcess::close);
    coordinator.close();
  }
}
