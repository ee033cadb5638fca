package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Servers;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Servers that are told to end: in order, in time, with status 0. */
@ExtendWith(Servers.class)
@Timeout(500)
class ShutdownIT {
  private static final int FRAMES = 900;

  /** Ten seconds for what is under way, two for the container. */
  private static final Duration LIMIT = Duration.ofSeconds(12);

  @Test
  void aWorkerFinishesTheFramesItHolds(Pool pool) {
    JobClient jobs = new JobClient(pool.http());
    ServerProcess worker = pool.startGuest("ending").awaitReady();
    String id = jobs.submit(Traffic.write("ending-worker.mp4", FRAMES), "?sample_fps=0");
    jobs.await(id, job -> doneBy(jobs, id, worker.name()) > 5);
    endInOrder(worker);
    assertThat(worker.output()).contains("frames it held are answered");
    assertThat(jobs.job(id).getString("status")).isEqualTo("processing");
    assertThat(pool.http().get("/workers").expect(200).objects())
        .noneMatch(listed -> listed.getString("worker_id").equals(worker.name()));
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getInt("failed_frames")).isZero();
    jobs.requireTraffic(id, FRAMES);
    assertThat(jobs.frames(id))
        .as("nobody waits for the answer of a worker that said goodbye")
        .allMatch(frame -> frame.getInt("attempts") <= 2);
  }

  @Test
  void aCoordinatorGoesOnWhereItStoodAfterTheNextStart() throws IOException {
    Path model = Build.emptyFolder("ending-model").resolve("blobs.onnx");
    BlobModel.standard().write(model);
    ServerProcess first =
        ServerProcess.coordinator("ending", Map.of("MODEL", model.toString())).awaitReady();
    try {
      JobClient jobs = new JobClient(first.http());
      String id = jobs.submit(Traffic.write("ending.mp4", FRAMES), "?sample_fps=0");
      jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 9);
      List<JsonObject> before = jobs.frames(id);
      endInOrder(first);
      try (ServerProcess second = first.startAgain().awaitReady()) {
        JobClient again = new JobClient(second.http());
        JsonObject job = again.awaitCompleted(id);
        assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
        assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
        assertThat(job.getInt("failed_frames")).isZero();
        again.requireTraffic(id, FRAMES);
        assertThat(again.frames(id)).as("what was done stays").containsAll(before);
        assertThat(second.http().get("/results/summary").object().getInt("total_frames"))
            .isEqualTo(FRAMES);
      }
    } finally {
      first.close();
    }
  }

  @Test
  void anAdminServerEndsToo() {
    try (ServerProcess admin = ServerProcess.admin("ending-admin", Map.of()).awaitReady()) {
      endInOrder(admin);
    }
  }

  private static void endInOrder(ServerProcess server) {
    long began = System.nanoTime();
    int status = server.terminate();
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    System.out.printf("%s ended in %.1f s%n", server.name(), took.toMillis() / 1000.0);
    assertThat(status).as(server.output()).isZero();
    assertThat(took).isLessThan(LIMIT);
  }

  private static long doneBy(JobClient jobs, String job, String worker) {
    return jobs.frames(job).stream()
        .filter(frame -> frame.getString("worker_id", "").equals(worker))
        .count();
  }
}
