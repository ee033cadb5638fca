package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.registration;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real processes that share a job, one of which dies in the middle of it. */
@Tag("long")
@OnServers
@Timeout(500)
class SystemIT {
  private static final int FRAMES = 600;

  private final Pool pool;
  private final Http http;
  private final JobClient jobs;

  SystemIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @Test
  void losesNoFrameWhenAWorkerDiesAndTellsWhatBecomesOfIt() {
    ServerProcess doomed = pool.startGuest("doomed").awaitReady();
    try (Listener listener = Listener.ofEvents(pool.coordinator())) {
      JsonObject known = awaitTold(listener, doomed, "idle");
      assertThat(Shape.WORKER.deviations(known)).isEmpty();
      String id = jobs.submit(Traffic.write("doomed.mp4", FRAMES), "?sample_fps=0");
      awaitTold(listener, doomed, "active");
      jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 4 && hasDone(doomed));
      doomed.kill();
      assertThat(jobs.job(id).getString("status")).isEqualTo("processing");
      requireAllDone(id, doomed);
      JsonObject dead = awaitTold(listener, doomed, "offline");
      assertThat(dead.getString("circuit")).isEqualTo("open");
      // between two openings of its circuit it may serve, until its signs of life are missed
      await("the dead worker is offline")
          .atMost(Duration.ofMinutes(2))
          .until(() -> statusOf(doomed.name()).equals("offline"));
      JsonObject queue = http.get("/queue/stats").object();
      assertThat(queue.getInt("pending")).isZero();
      assertThat(queue.getInt("inflight")).isZero();
      // what an agent that comes back does first
      http.post("/register-worker", registration(doomed.name(), doomed.port(), "yolov8n"))
          .expect(201);
      listener.await(
          "worker",
          data ->
              data.getString("worker_id").equals(doomed.name())
                  && data.getString("circuit").equals("closed")
                  && !data.getString("registered_at").equals(known.getString("registered_at")));
      http.delete("/workers/" + doomed.name()).expect(200);
      awaitTold(listener, doomed, "removed");
    }
  }

  private void requireAllDone(String id, ServerProcess doomed) {
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("failed_frames")).isZero();
    jobs.requireTraffic(id, FRAMES);
    for (ServerProcess worker : pool.workers()) {
      assertThat(done(id, worker)).as("frames of " + worker.name()).isPositive();
    }
    assertThat(done(id, doomed)).isPositive();
    assertThat(doneBy(id, "coordinator-local")).isPositive();
  }

  private static JsonObject awaitTold(Listener listener, ServerProcess worker, String status) {
    return listener.await(
        "worker",
        data ->
            data.getString("worker_id").equals(worker.name())
                && data.getString("status").equals(status));
  }

  @Test
  void givesFramesOfAFrozenWorkerToOthersAndTakesItBack() {
    ServerProcess frozen = pool.startGuest("frozen").awaitReady();
    String id = jobs.submit(Traffic.write("frozen.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> done(id, frozen) > 0);
    frozen.distress().freeze();
    try {
      jobs.awaitCompleted(id);
      jobs.requireTraffic(id, FRAMES);
      await("the frozen worker is offline")
          .atMost(Duration.ofMinutes(2))
          .until(() -> statusOf(frozen.name()).equals("offline"));
    } finally {
      frozen.distress().thaw();
    }
    await("the worker is back")
        .atMost(Duration.ofMinutes(3))
        .until(() -> List.of("idle", "active").contains(statusOf(frozen.name())));
  }

  private boolean hasDone(ServerProcess worker) {
    return http.get("/workers").expect(200).objects().stream()
        .filter(listed -> listed.getString("worker_id").equals(worker.name()))
        .anyMatch(listed -> listed.getInt("frames_processed") > 0);
  }

  private long done(String job, ServerProcess worker) {
    return doneBy(job, worker.name());
  }

  private long doneBy(String job, String worker) {
    return jobs.frames(job).stream()
        .filter(frame -> frame.getString("worker_id", "").equals(worker))
        .count();
  }

  private String statusOf(String worker) {
    return http.get("/workers").expect(200).objects().stream()
        .filter(listed -> listed.getString("worker_id").equals(worker))
        .map(listed -> listed.getString("status"))
        .findFirst()
        .orElse("");
  }
}
