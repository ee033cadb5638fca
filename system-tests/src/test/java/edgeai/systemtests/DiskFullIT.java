package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeai.common.fixture.BothDatabases;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.SoleCoordinator;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A disk that fills while a job runs, and has room again. The system's limit on the size of a file
 * stands in for it: it can be set for a process that runs, and no file can grow then.
 */
@OnServers
@Timeout(400)
class DiskFullIT {
  private static final int FRAMES = 900;

  /** What H2 writes first of all fits in; nothing behind it does. */
  private static final String FULL = "8192";

  private static final Duration OUTAGE = Duration.ofSeconds(6);
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Test
  void aJobWaitsForRoomAndLosesNoFrame(SoleCoordinator sole) {
    assumeFalse(BothDatabases.isPostgres(), "its database has another disk");
    ServerProcess server = sole.server();
    try {
      assumeTrue(server.distress().limitFiles("unlimited"), "this machine has no prlimit");
      Http http = server.http();
      JobClient jobs = new JobClient(http);
      JsonObject before = http.get("/results/summary").expect(200).object();
      Path video = Traffic.write("disk.mp4", FRAMES);
      String id = jobs.submit(video, "?sample_fps=0");
      jobs.await(id, job -> job.getInt("processed_frames") >= FRAMES / 9);

      server.distress().limitFiles(FULL);
      await("results wait for the disk").atMost(LIMIT).until(() -> waiting(http) > 0);
      List<String> files = Build.uploadsIn(server.data().resolve("uploads"));
      assertThat(Upload.of(video).to(http, "").problem(507)).contains("cannot be stored");
      assertThat(Build.uploadsIn(server.data().resolve("uploads"))).isEqualTo(files);
      await("the disk stays full for a while")
          .pollDelay(OUTAGE)
          .atMost(LIMIT)
          .until(() -> http.get("/health").status() == 200);
      assertThat(waiting(http)).isPositive();

      server.distress().limitFiles("unlimited");
      long lifted = System.nanoTime();
      await("results are written again").atMost(LIMIT).until(() -> waiting(http) == 0);
      System.out.printf(
          "writes again %.1f s after there was room%n", (System.nanoTime() - lifted) / 1e9);
      await("the job is shown").atMost(LIMIT).until(() -> http.get("/jobs/" + id).status() == 200);
      JsonObject job = jobs.awaitCompleted(id);
      assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
      assertThat(job.getInt("failed_frames")).isZero();
      jobs.requireTraffic(id, FRAMES);
      JsonObject summary = http.get("/results/summary").expect(200).object();
      assertThat(summary.getInt("total_frames") - before.getInt("total_frames")).isEqualTo(FRAMES);
      assertThat(summary.getInt("total_detections") - before.getInt("total_detections"))
          .isEqualTo(Traffic.objects(FRAMES));
      jobs.awaitCompleted(jobs.submit(video, "?sample_fps=1"));
    } finally {
      server.distress().limitFiles("unlimited");
    }
  }

  private static double waiting(Http http) {
    return http.get("/metrics", "Accept", "text/plain")
        .expect(200)
        .text()
        .lines()
        .filter(line -> line.startsWith("edge_ledger_queue_entries"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}
