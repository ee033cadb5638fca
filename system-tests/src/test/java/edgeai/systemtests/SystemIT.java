package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Servers;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real processes that share a job, one of which dies in the middle of it. */
@ExtendWith(Servers.class)
@Timeout(500)
class SystemIT {
  private static final int FRAMES = 900;

  private final Pool pool;
  private final Http http;
  private final JobClient jobs;

  SystemIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @Test
  void losesNoFrameWhenAWorkerDies() {
    ServerProcess doomed = pool.startGuest("doomed").awaitReady();
    String id = jobs.submit(Traffic.write("doomed.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 4 && done(id, doomed) > 0);
    doomed.kill();
    assertThat(jobs.job(id).getString("status")).isEqualTo("processing");
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
    await("the dead worker is offline")
        .atMost(Duration.ofMinutes(2))
        .until(() -> statusOf(doomed.name()).equals("offline"));
    JsonObject queue = http.get("/queue/stats").object();
    assertThat(queue.getInt("pending")).isZero();
    assertThat(queue.getInt("inflight")).isZero();
    http.delete("/workers/" + doomed.name()).expect(200);
  }

  @Test
  @Tag("long")
  void givesFramesOfAFrozenWorkerToOthersAndTakesItBack() {
    ServerProcess frozen = pool.startGuest("frozen").awaitReady();
    String id = jobs.submit(Traffic.write("frozen.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> done(id, frozen) > 0);
    frozen.freeze();
    try {
      jobs.awaitCompleted(id);
      jobs.requireTraffic(id, FRAMES);
      await("the frozen worker is offline")
          .atMost(Duration.ofMinutes(2))
          .until(() -> statusOf(frozen.name()).equals("offline"));
    } finally {
      frozen.thaw();
    }
    await("the worker is back")
        .atMost(Duration.ofMinutes(3))
        .until(() -> List.of("idle", "active").contains(statusOf(frozen.name())));
  }

  @Test
  void letsAWorkerGoThatIsToldToEnd() {
    ServerProcess leaving = pool.startGuest("leaving").awaitReady();
    assertThat(statusOf(leaving.name())).isEqualTo("idle");
    leaving.terminate();
    assertThat(statusOf(leaving.name())).as("status of a worker that ended").isEmpty();
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
