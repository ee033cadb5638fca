package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static edgeai.systemtests.fixture.Wire.registration;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How workers join, stay and leave. */
@OnServers
class WorkersContractIT {
  private static final String ID = "contract-worker";
  private static final String LOCAL = "coordinator-local";

  private final Http http;
  private final Pool pool;

  WorkersContractIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
  }

  @AfterEach
  void leave() {
    http.delete("/workers/" + ID);
  }

  @Test
  void registersByHostNameAndAddress() {
    JsonObject done =
        http.post("/register-worker", registration(ID, 9001, "other")).expect(201, Shape.DONE_WITH);
    JsonObject worker = done.getJsonObject("data");
    assertThat(Shape.WORKER.deviations(worker)).isEmpty();
    assertThat(worker.getString("worker_id")).isEqualTo(ID);
    assertThat(worker.getString("host")).isEqualTo("127.0.0.1");
    assertThat(worker.getString("hostname")).isEqualTo("laptop");
    assertThat(worker.getString("ip_address")).isEqualTo("127.0.0.1");
    assertThat(worker.getInt("port")).isEqualTo(9001);
    assertThat(worker.getString("status")).isEqualTo("idle");
    assertThat(worker.getInt("frames_processed")).isZero();
    assertThat(worker.getInt("pending_frames")).isZero();
    assertThat(worker.getJsonArray("capabilities")).isEqualTo(list("other"));
    assertThat(worker.getString("registered_at")).isEqualTo(worker.getString("last_heartbeat"));
    assertThat(listed(ID).getString("registered_at")).isEqualTo(worker.getString("registered_at"));
  }

  @Test
  void registersByOneHost() {
    JsonObject worker =
        http.post("/workers/register", object("worker_id", ID, "host", "edge-7.lan", "port", 65535))
            .expect(201, Shape.DONE_WITH)
            .getJsonObject("data");
    assertThat(Shape.WORKER.deviations(worker)).isEmpty();
    assertThat(worker.getString("host")).isEqualTo("edge-7.lan");
    assertThat(worker.getInt("port")).isEqualTo(65535);
    assertThat(worker.getJsonArray("capabilities")).isEmpty();
  }

  @Test
  void ignoresFieldsItDoesNotKnow() {
    http.post(
            "/workers/register",
            object("worker_id", ID, "host", "10.0.0.7", "port", 1, "gpu", list(1, 2)))
        .expect(201, Shape.DONE_WITH);
  }

  @Test
  void replacesARegistrationUnderAKnownId() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
    http.post("/register-worker", registration(ID, 9002)).expect(201);
    assertThat(ids()).containsOnlyOnce(ID);
    assertThat(listed(ID).getInt("port")).isEqualTo(9002);
  }

  @Test
  void takesHeartbeatsOnBothPaths() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
    Instant joined = Instant.parse(listed(ID).getString("last_heartbeat"));
    http.post("/heartbeat/" + ID).expect(200, Shape.DONE);
    http.post("/workers/%s/heartbeat".formatted(ID)).expect(200, Shape.DONE);
    http.post("/heartbeat/" + ID, JsonValue.EMPTY_JSON_OBJECT).expect(200, Shape.DONE);
    assertThat(Instant.parse(listed(ID).getString("last_heartbeat"))).isAfterOrEqualTo(joined);
  }

  @Test
  void sendsUnknownWorkersToRegisterAgain() {
    assertThat(http.post("/heartbeat/nobody").problem(404)).contains("nobody");
    assertThat(http.post("/workers/nobody/heartbeat").problem(404)).contains("nobody");
    assertThat(http.delete("/workers/nobody").problem(404)).contains("nobody");
  }

  @Test
  void removesAWorker() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
    http.delete("/workers/" + ID).expect(200, Shape.DONE);
    assertThat(ids()).doesNotContain(ID);
    http.delete("/workers/" + ID).problem(404);
  }

  @Test
  void keepsItsOwnWorker() {
    assertThat(http.post("/register-worker", registration(LOCAL, 9001)).problem(409))
        .contains(LOCAL);
    http.post("/workers/register", object("worker_id", LOCAL, "host", "h", "port", 1)).problem(409);
    http.delete("/workers/" + LOCAL).problem(409);
    assertThat(listed(LOCAL).getString("status")).isIn("idle", "active");
  }

  @Test
  void listsEveryMemberOfThePool() {
    List<JsonObject> workers = http.get("/workers").expect(200).objects();
    assertThat(workers).allSatisfy(w -> assertThat(Shape.WORKER.deviations(w)).isEmpty());
    assertThat(ids()).contains(LOCAL, pool.workers().get(0).name()).doesNotHaveDuplicates();
  }

  @Test
  void listsAWorkerWithAnotherModelAndSaysWhyItGetsNoFrames() {
    JsonObject strange =
        jakarta.json.Json.createObjectBuilder(registration(ID, 9001, "yolov8n"))
            .add("model_sha256", "0".repeat(64))
            .build();
    http.post("/register-worker", strange).expect(201, Shape.DONE_WITH);
    assertThat(listed(ID).getString("refusal")).contains("000000");
  }

  @Test
  void listsAWorkerThatInfersNothingAndGivesItNoFrames() {
    try (ServerProcess idle =
        ServerProcess.worker(
            "no-op-worker", pool.coordinator().url(), Map.of("NOOP_DELAY_MS", "0"))) {
      idle.awaitReady();
      assertThat(idle.output()).contains("WARNING").contains("infers nothing");
      JobClient jobs = new JobClient(http);
      jobs.awaitCompleted(jobs.submit(Traffic.write("no-op.mp4", 12), "?sample_fps=0"));
      JsonObject worker = listed(idle.name());
      assertThat(worker.getString("provider")).isEqualTo("none");
      assertThat(worker.getString("model")).isEqualTo("no-op");
      assertThat(worker.getString("refusal")).contains("is not the pool's");
      assertThat(worker.getInt("frames_processed")).isZero();
      idle.terminate();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "a/b", "Kamera Süd №7", "工人-1", "👷", "a%2Fb", "..", "a;b?c#d&e", "x+y"})
  void takesAnyPrintableId(String id) {
    String path = Http.inPath(id).replace("..", "%2E%2E");
    http.post("/register-worker", registration(id, 9001)).expect(201);
    assertThat(ids()).contains(id);
    http.post("/heartbeat/" + path).expect(200, Shape.DONE);
    http.post("/workers/%s/heartbeat".formatted(path)).expect(200, Shape.DONE);
    http.delete("/workers/" + path).expect(200, Shape.DONE);
    assertThat(ids()).doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 128})
  void takesIdsUpToTheirLimitInCharacters(int length) {
    String id = "👷".repeat(length);
    http.post("/register-worker", registration(id, 9001)).expect(201);
    http.delete("/workers/" + Http.inPath(id)).expect(200, Shape.DONE);
  }

  @Test
  void answersAPathWithAnIdThatCannotBe() {
    String tooLong = "x".repeat(129);
    assertThat(http.post("/heartbeat/" + tooLong).status()).isIn(404, 422);
    http.delete("/workers/" + tooLong).problem(http.delete("/workers/" + tooLong).status());
  }

  private List<String> ids() {
    return http.get("/workers").expect(200).objects().stream()
        .map(worker -> worker.getString("worker_id"))
        .toList();
  }

  private JsonObject listed(String id) {
    return http.get("/workers").expect(200).objects().stream()
        .filter(worker -> worker.getString("worker_id").equals(id))
        .findFirst()
        .orElseThrow();
  }
}
