package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.registration;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What {@code /ws/events} tells of jobs, results, workers, alerts and metrics. */
@OnServers
@Timeout(300)
class EventsIT {
  private static final int FRAMES = 300;
  private static final long ALERT_FRAME = 6_000_000_000_000_000L;
  private static final Shape RESULTS = Shape.SUMMARY.with("frames:list", "skipped:integer");

  private final Pool pool;
  private final ServerProcess coordinator;
  private final Http http;
  private final Http bare;
  private final ServerProcess bareServer;
  private final JobClient jobs;

  EventsIT(Pool pool, BareCoordinator bare) {
    this.pool = pool;
    this.coordinator = pool.coordinator();
    this.http = pool.http();
    this.bare = bare.http();
    this.bareServer = bare.server();
    this.jobs = new JobClient(http);
  }

  @BeforeEach
  void awaitQuiet() {
    jobs.awaitQuiet();
  }

  private static boolean is(JsonObject data, String field, String value) {
    return data.getString(field).equals(value);
  }

  private static boolean isJob(JsonObject data, String id, String status) {
    return is(data, "job_id", id) && is(data, "status", status);
  }

  private static List<JsonObject> ofJob(Listener listener, String id) {
    return listener.data("job").stream().filter(data -> is(data, "job_id", id)).toList();
  }

  @Test
  void tellsAJobsLifeInOrder() {
    Path video = Traffic.write("events.mp4", FRAMES / 2);
    try (Listener listener = Listener.ofEvents(coordinator)) {
      List<String> before = new ArrayList<>();
      before.add(jobs.submit(video, "?sample_fps=0"));
      before.add(jobs.submit(video, "?sample_fps=0"));
      String id = jobs.submit(video, "?sample_fps=0");
      listener.await("job", data -> isJob(data, id, "queued"));
      JsonObject end = listener.await("job", data -> isJob(data, id, "completed"));
      assertThat(end).isEqualTo(jobs.job(id));
      http.delete("/jobs/" + id).expect(200);
      listener.await("job", data -> isJob(data, id, "removed"));

      List<JsonObject> told = ofJob(listener, id);
      assertThat(told.stream().map(data -> data.getString("status")).distinct())
          .containsExactly("queued", "processing", "completed", "removed");
      assertThat(told.stream().map(data -> data.getJsonNumber("progress_pct").doubleValue()))
          .isSorted();
      assertThat(told.stream().filter(data -> is(data, "status", "processing")))
          .allSatisfy(data -> assertThat(Shape.JOB.deviations(data)).isEmpty())
          .anyMatch(data -> data.getInt("processed_frames") > 0);
      before.forEach(other -> listener.await("job", data -> isJob(data, other, "completed")));
    }
  }

  @Test
  void tellsOfAJobThatIsCancelled() {
    try (Listener listener = Listener.ofEvents(coordinator)) {
      String id = jobs.submit(Traffic.write("cancelled-events.mp4", 2_000), "?sample_fps=0");
      listener.await("job", data -> isJob(data, id, "processing"));
      http.delete("/jobs/" + id).expect(200);
      JsonObject end = listener.await("job", data -> isJob(data, id, "failed"));
      assertThat(end.getString("error")).isEqualTo("cancelled");
      assertThat(end).isEqualTo(jobs.job(id));
    }
  }

  @Test
  void tellsEveryResultOnceBeforeTheEndOfItsJob() {
    try (Listener listener = Listener.ofEvents(coordinator)) {
      JsonObject before = http.get("/results/summary").object();
      String id = jobs.submit(Traffic.write("results.mp4", FRAMES), "?sample_fps=0");
      listener.await("job", data -> isJob(data, id, "completed"));
      List<JsonObject> batches = listener.data("results");
      JsonObject after = http.get("/results/summary").object();

      assertThat(batches)
          .allSatisfy(batch -> assertThat(RESULTS.deviations(batch)).isEmpty())
          .allSatisfy(batch -> assertThat(frames(batch)).hasSizeLessThanOrEqualTo(50))
          .allSatisfy(batch -> assertThat(frames(batch)).extracting(JobClient::frameId).isSorted());
      assertThat(batches.stream().mapToInt(b -> frames(b).size() + b.getInt("skipped")).sum())
          .isEqualTo(FRAMES)
          .isEqualTo(after.getInt("total_frames") - before.getInt("total_frames"));
      List<JsonObject> told = batches.stream().flatMap(batch -> frames(batch).stream()).toList();
      assertThat(told)
          .doesNotHaveDuplicates()
          .isSubsetOf(http.get("/results/frames").expect(200).objects());
      JsonObject last = batches.get(batches.size() - 1);
      after.forEach((field, value) -> assertThat(last.get(field)).as(field).isEqualTo(value));
    }
  }

  private static List<JsonObject> frames(JsonObject batch) {
    return batch.getJsonArray("frames").getValuesAs(JsonObject.class);
  }

  @Test
  void tellsTheMetricsAgainAndAgain() {
    try (Listener listener = Listener.ofEvents(coordinator)) {
      await("three messages")
          .atMost(Duration.ofSeconds(60))
          .until(() -> listener.data("metrics").size() >= 3);
      JsonObject metrics = listener.data("metrics").get(2);
      assertThat(Shape.SYSTEM_METRICS.deviations(metrics)).isEmpty();
      assertThat(metrics.getInt("websocket_clients")).isPositive();
      assertThat(metrics.getInt("number_of_workers"))
          .isEqualTo(http.get("/workers").array().size());
    }
  }

  @Test
  void tellsOfAnAlertAndOfItsGrowth() {
    try (Listener listener = Listener.ofEvents(bareServer)) {
      bare.post("/register-worker", registration("alerting", 9001)).expect(201);
      postPersonAndTruck(1);
      JsonObject first = listener.await("alert", data -> data.getInt("count") == 1);
      assertThat(Shape.LOGGED_ALERT.deviations(first)).isEmpty();
      postPersonAndTruck(2);
      JsonObject second =
          listener.await(
              "alert",
              data ->
                  data.getJsonNumber("last_frame_id").longValueExact() == ALERT_FRAME + 2
                      && data.getInt("alert_id") == first.getInt("alert_id"));
      assertThat(second.getInt("count")).isEqualTo(2);
      assertThat(bare.get("/alerts").expect(200).objects()).contains(second);
    } finally {
      bare.delete("/workers/alerting");
    }
  }

  private void postPersonAndTruck(int frame) {
    bare.post(
            "/results",
            result(
                "alerting",
                ALERT_FRAME + frame,
                detection("person", 0.9, 0, 0, 1, 1),
                detection("truck", 0.9, 0, 0, 1, 1)))
        .expect(201);
  }
}
