package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Pulse;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.WorkerDouble;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code GET /ledger}, the attempts of a frame, and what becomes of workers that lie or dawdle. */
@OnServers
@Timeout(300)
class LedgerContractIT {
  private static final int FRAMES = 40;

  /** Nobody knows how to cut one, so that all workers get frames of a short job. */
  private static final String UNCUT = ".flv";

  private final Http http;
  private final JobClient jobs;

  LedgerContractIT(Pool pool) {
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  private JsonObject ledger() {
    return http.get("/ledger").expect(200).object();
  }

  private String submit(String name) {
    return jobs.submit(Traffic.write(name, FRAMES), "?sample_fps=0");
  }

  private JsonObject worker(String id) {
    return http.get("/workers").expect(200).objects().stream()
        .filter(worker -> worker.getString("worker_id").equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonObject> attempts(JsonObject frame) {
    return frame.getJsonArray("attempt_log").getValuesAs(JsonObject.class);
  }

  @Test
  void accountsForEveryFrameOfEveryJob() {
    JsonObject before = ledger();
    String id = submit("accounted.mp4");
    JsonObject job = jobs.awaitCompleted(id);
    JsonObject after = ledger();

    assertThat(job.getInt("submitted_frames")).isEqualTo(FRAMES);
    assertThat(after.getBoolean("balanced")).isTrue();
    assertThat(after.getJsonArray("unbalanced")).isEmpty();
    assertThat(after.getInt("submitted") - before.getInt("submitted")).isEqualTo(FRAMES);
    assertThat(after.getInt("completed") - before.getInt("completed")).isEqualTo(FRAMES);
    assertThat(after.getInt("open"))
        .isEqualTo(after.getInt("submitted") - after.getInt("completed") - after.getInt("failed"));
    assertThat(after.getJsonObject("jobs").keySet())
        .containsExactlyInAnyOrder("ended", "running", "waiting");
  }

  @Test
  void tellsEachAttemptOfAFrame() {
    String id = submit("attempts.mp4");
    jobs.awaitCompleted(id);
    JsonObject frame = jobs.frames(id).get(0);
    JsonObject attempt = attempts(frame).get(attempts(frame).size() - 1);

    assertThat(attempts(frame)).hasSize(frame.getInt("attempts"));
    assertThat(attempt.getString("worker_id")).isEqualTo(frame.getString("worker_id"));
    assertThat(attempt.getString("outcome")).isEqualTo("completed");
    assertThat(attempt.get("reason")).isEqualTo(JsonValue.NULL);
    assertThat(attempt.getBoolean("hedge")).isFalse();
    assertThat(Instant.parse(attempt.getString("ended_at")))
        .isAfterOrEqualTo(Instant.parse(attempt.getString("started_at")));
    assertThat(http.get("/results/frames/" + frame.getInt("frame_id")).object().get("attempt_log"))
        .isEqualTo(frame.get("attempt_log"));
  }

  @Test
  void putsAWorkerAsideThatAnswersAboutOtherFrames() {
    try (WorkerDouble liar =
        new WorkerDouble(
            http,
            "liar",
            frame ->
                WorkerDouble.Answer.of(
                    Json.createObjectBuilder()
                        .add("status", "ok")
                        .add("task_id", frame.getString("task_id"))
                        .add("frame_id", frame.getInt("frame_id") + 1)
                        .add("detections", Json.createArrayBuilder())
                        .build()))) {
      await("the liar is quarantined")
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                String id = submit("lied-about" + UNCUT);
                jobs.awaitCompleted(id);
                jobs.requireTraffic(id, FRAMES);
                return worker(liar.id()).getBoolean("quarantined");
              });
      assertThat(worker(liar.id()).getString("refusal")).startsWith("quarantined until ");
      int had = liar.frames().size();
      jobs.awaitCompleted(submit("without-the-liar" + UNCUT));
      assertThat(liar.frames()).hasSize(had);
      assertThat(ledger().getBoolean("balanced")).isTrue();
    }
  }

  @Test
  void givesAFrameThatTakesTooLongToAnotherWorkerAsWell() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    int hedged = ledger().getInt("hedged");
    try (WorkerDouble dawdler =
            new WorkerDouble(
                http,
                "dawdler",
                frame -> {
                  try {
                    end.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return new WorkerDouble.Answer(503, "");
                });
        Pulse pulse = new Pulse(http)) {
      pulse.keep(dawdler.id());
      String id = submit("dawdled" + UNCUT);
      JsonObject job = jobs.awaitCompleted(id);

      assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
      assertThat(dawdler.frames()).isNotEmpty();
      assertThat(ledger().getInt("hedged")).isGreaterThan(hedged);
      assertThat(jobs.frames(id))
          .anySatisfy(
              frame -> {
                assertThat(attempts(frame).get(0).getString("outcome")).isEqualTo("overtaken");
                assertThat(attempts(frame).get(1).getBoolean("hedge")).isTrue();
                assertThat(attempts(frame).get(1).getString("outcome")).isEqualTo("completed");
              });
      jobs.requireTraffic(id, FRAMES);
    } finally {
      end.countDown();
    }
  }
}
