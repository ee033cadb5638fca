package edgeai.benchmark.efficiency;

import edgeai.benchmark.footage.FileUpload;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A job that was done.
 *
 * @param frames that were processed
 * @param took from the first byte of its upload to its end
 */
public record TimedJob(long frames, Duration took) {

  /** Whoever looks takes processor time from what is measured. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

  /** From there on the end is to be seen at once, lest what comes after it be counted. */
  private static final double NEARLY_PCT = 95;

  /**
   * Has it done; the servers and this process have one clock.
   *
   * @param sampleFps frames of a second of the video, 0 for all
   */
  public static TimedJob of(ServerProcess coordinator, Path video, double sampleFps)
      throws IOException {
    JobClient jobs = new JobClient(coordinator.http());
    Instant began = Instant.now();
    String id = FileUpload.submit(coordinator.http(), video, "?sample_fps=" + sampleFps);
    jobs.await(id, TimedJob::isNearlyOver, LOOK_AGAIN);
    JsonObject job = jobs.awaitCompleted(id);
    return new TimedJob(
        job.getJsonNumber("processed_frames").longValue(),
        Duration.between(began, Instant.parse(job.getString("completed_at"))));
  }

  private static boolean isNearlyOver(JsonObject job) {
    return job.getJsonNumber("progress_pct").doubleValue() >= NEARLY_PCT;
  }

  public double framesPerSecond() {
    return frames * 1e9 / took.toNanos();
  }
}
