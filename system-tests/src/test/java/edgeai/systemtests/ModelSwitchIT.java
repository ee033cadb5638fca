package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A pool with two workers is switched from one model to another while jobs run, and servers die
 * meanwhile: each frame is inferred by its own job's model, which its labels tell.
 */
@Tag("long")
@Timeout(600)
@StartsServers(Lane.PROCESSES)
class ModelSwitchIT {
  private static final int MANY = 6_000;
  private static final int SOME = 600;
  private static final int FEW = 100;
  private static final Duration SOON = Duration.ofMinutes(6);

  /** They find the same and call it otherwise. */
  private static final byte[] FIRST = BlobModel.standard().toBytes();

  private static final byte[] SECOND =
      BlobModel.standard()
          .withClasses("walker", "bike", "auto", "moped", "coach", "lorry")
          .toBytes();

  private static final Map<String, String> OFTEN = Map.of("WORKER_HEARTBEAT", "2");

  private static final UnaryOperator<String> BY_SECOND =
      line -> line.replace("car ", "auto ").replace("bus ", "coach ");

  private static ServerProcess coordinator;
  private static ServerProcess first;
  private static ServerProcess second;

  @BeforeAll
  static void start() {
    coordinator = ServerProcess.coordinator("switch-coordinator", Map.of("MAX_ACTIVE_JOBS", "4"));
    first = ServerProcess.worker("switch-worker-1", coordinator.url(), OFTEN);
    second = ServerProcess.worker("switch-worker-2", coordinator.url(), OFTEN);
    coordinator.awaitReady();
    first.awaitReady();
    second.awaitReady();
  }

  @AfterAll
  static void stop() {
    first.close();
    second.close();
    coordinator.close();
  }

  private static Http http() {
    return coordinator.http();
  }

  private static JsonObject added(byte[] model, String name) {
    return http()
        .post("/models?name=" + name, "application/octet-stream", model)
        .expect(201)
        .object();
  }

  private static JsonObject use(String name) {
    String body = Json.createObjectBuilder().add("name", name).build().toString();
    return http()
        .send("PUT", "/model", "application/json", BodyPublishers.ofString(body))
        .expect(200)
        .object();
  }

  private static String hash(JsonObject model) {
    return model.getString("sha256");
  }

  private static JsonObject worker(ServerProcess server) {
    return http().get("/workers").expect(200).objects().stream()
        .filter(worker -> worker.getString("worker_id").equals(server.name()))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> open(ServerProcess server) {
    return worker(server).getJsonArray("models").getValuesAs(JsonString::getString);
  }

  private static JsonObject shown(String name) {
    return http().get("/models").expect(200).objects().stream()
        .filter(model -> model.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void requireDoneBy(
      JobClient jobs, String id, int frames, String sha256, UnaryOperator<String> spelled) {
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getString("model_sha256")).isEqualTo(sha256);
    assertThat(job.getInt("failed_frames")).as("%s", job).isZero();
    assertThat(job.getInt("processed_frames")).as("%s", job).isEqualTo(frames);
    assertThat(job.getJsonArray("models").getValuesAs(JsonString::getString))
        .containsExactly(sha256);
    List<JsonObject> all = jobs.frames(id);
    assertThat(all).hasSize(frames);
    assertThat(all).extracting(JobClient::frameId).isSorted().doesNotHaveDuplicates();
    for (int index = 0; index < frames; index++) {
      assertThat(Traffic.found(all.get(index)))
          .as("%s", all.get(index))
          .isEqualTo(Traffic.expected(index).stream().map(spelled).sorted().toList());
    }
  }

  @Test
  void eachJobGoesByItsOwnModelWhateverHappensMeanwhile() {
    String usual = http().get("/model").expect(200).object().getString("name");
    String one = hash(added(FIRST, "one"));
    String two = hash(added(SECOND, "two"));
    assertThat(use("one").getString("sha256")).isEqualTo(one);
    List<ServerProcess> workers = List.of(first, second);
    await("workers have it")
        .atMost(SOON)
        .until(() -> workers.stream().allMatch(worker -> open(worker).equals(List.of(one))));
    assertThat(workers).allMatch(worker -> worker(worker).isNull("refusal"));

    JobClient jobs = new JobClient(http());
    String pieces = jobs.submit(Traffic.write("switched.mp4", MANY), "?sample_fps=0");
    String frames = jobs.submit(Traffic.write("switched.flv", SOME), "?sample_fps=0");
    jobs.await(pieces, job -> job.getInt("processed_frames") > MANY / 20);
    jobs.await(frames, job -> job.getInt("processed_frames") > SOME / 20);
    assertThat(jobs.job(frames).getString("mode")).isEqualTo("frames");
    assertThat(use("two").getString("name")).isEqualTo("two");
    first.kill();
    String other = jobs.submit(Traffic.write("other.mp4", SOME), "?sample_fps=0");
    assertThat(jobs.job(other).getString("model_name")).isEqualTo("two");
    assertThat(jobs.job(pieces).getString("status")).as("still under way").isEqualTo("processing");
    assertThat(shown("one").getInt("running_jobs")).isPositive();
    http().delete("/models/" + one).problem(409);

    coordinator.kill();
    coordinator = coordinator.startAgain();
    first = first.startAgain(); // beside it: the old job is to be under way once it has joined
    coordinator.awaitReady();
    assertThat(http().get("/model").expect(200).object().getString("sha256")).isEqualTo(two);
    JobClient again = new JobClient(http());
    assertThat(again.job(pieces).getString("model_name")).isEqualTo("one");
    assertThat(again.job(pieces).getString("status")).as("still under way").isEqualTo("processing");
    await("a worker that starts gets the old job's model, too")
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> open(first).containsAll(List.of(one, two)));

    requireDoneBy(again, frames, SOME, one, UnaryOperator.identity());
    requireDoneBy(again, other, SOME, two, BY_SECOND);
    requireDoneBy(again, pieces, MANY, one, UnaryOperator.identity());
    assertThat(again.frames(pieces))
        .extracting(frame -> frame.getString("worker_id"))
        .contains(second.name());
    await("nobody needs the old one any more")
        .atMost(SOON)
        .until(() -> open(first).equals(List.of(two)) && open(second).equals(List.of(two)));
    assertThat(shown("one").getJsonObject("ms_by_worker")).containsKey(second.name());

    use("one");
    String back = again.submit(Traffic.write("back.mp4", FEW), "?sample_fps=0");
    requireDoneBy(again, back, FEW, one, UnaryOperator.identity());
    requireTrials(back, one, two);

    http().delete("/models/" + one).problem(409);
    http().delete("/models/" + two).expect(204);
    http().delete("/models/" + two).problem(404);
    assertThat(use(usual).getString("name")).isEqualTo(usual);
    http().delete("/models/" + one).expect(204);
  }

  /** The same model finds the same, the other calls everything otherwise. */
  private static void requireTrials(String job, String one, String two) {
    JsonObject same = trial(one, job);
    assertThat(same.getString("compared_with")).isEqualTo("one");
    assertThat(same.getInt("frames")).isEqualTo(5);
    assertThat(same.getJsonNumber("agreement").doubleValue()).isGreaterThan(0.9);
    JsonObject other = trial(two, job);
    assertThat(other.getJsonNumber("agreement").doubleValue()).isZero();
    assertThat(other.getJsonObject("ms_by_worker"))
        .containsKeys("coordinator-local", first.name(), second.name());
    assertThat(shown("two").getInt("running_jobs")).isZero();
    http().post("/models/%s/bench".formatted(two), "{\"job_id\":\"nobody\"}").problem(404);
    http().post("/models/%s/bench".formatted(two), "{\"frames\":0}").problem(422);
    http().post("/models/nobody/bench", "{}").problem(404);
  }

  private static JsonObject trial(String sha256, String job) {
    JsonObject asked = Json.createObjectBuilder().add("job_id", job).add("frames", 5).build();
    return http().post("/models/%s/bench".formatted(sha256), asked).expect(200).object();
  }
}
