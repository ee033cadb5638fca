package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Knocker;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A worker that is called before it listens, and one that is told to end: in order, in time, with
 * status 0.
 */
@Tag("long")
@OnServers
@Timeout(500)
class ShutdownIT {
  private static final int FRAMES = 900;

  @Test
  void aWorkerFinishesTheFramesItHolds(Pool pool) {
    JobClient jobs = new JobClient(pool.http());
    ServerProcess worker = startKnocked(pool);
    assertThat(listed(pool, worker))
        .extracting(known -> known.getString("status"))
        .containsExactly("idle");
    String id = jobs.submit(Traffic.write("ending-worker.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> doneBy(jobs, id, worker.name()) > 5);
    worker.endInOrder();
    assertThat(worker.output()).contains("frames it held are answered");
    assertThat(jobs.job(id).getString("status")).isEqualTo("processing");
    assertThat(listed(pool, worker)).as("a worker that ended").isEmpty();
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getInt("failed_frames")).isZero();
    jobs.requireTraffic(id, FRAMES);
    assertThat(jobs.frames(id))
        .as("nobody waits for the answer of a worker that said goodbye")
        .allMatch(frame -> frame.getInt("attempts") <= 2);
  }

  /** One whose start is disturbed by a client that does not wait for it. */
  private static ServerProcess startKnocked(Pool pool) {
    ServerProcess worker = pool.startGuest("ending");
    try (Knocker knocker = new Knocker(worker.url())) {
      worker.awaitReady();
      knocker.finish();
      knocker.requireRefusedOrAnswered();
    }
    return worker;
  }

  private static List<JsonObject> listed(Pool pool, ServerProcess worker) {
    return pool.http().get("/workers").expect(200).objects().stream()
        .filter(known -> known.getString("worker_id").equals(worker.name()))
        .toList();
  }

  private static long doneBy(JobClient jobs, String job, String worker) {
    return jobs.frames(job).stream()
        .filter(frame -> frame.getString("worker_id", "").equals(worker))
        .count();
  }
}
