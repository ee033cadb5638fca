package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.SampleExpectations;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A real model on real video, on a pool of two workers. */
@EnabledIfEnvironmentVariable(
    named = "EDGE_SAMPLES",
    matches = ".+",
    disabledReason = "EDGE_SAMPLES does not name the folder of the sample videos and the model")
@Timeout(600)
@StartsServers(Lane.PROCESSES)
class SamplesIT {
  /**
   * JPEG on the way lets detections of the 8-bit model come and go by more than the samples'
   * tolerance, false ones most of all: at quality 85 one on the highway and six in two frames from
   * above, whose confidences move by 0.08; without JPEG there is none.
   */
  private static final int HIGHWAY_BUDGET = 2;

  private static final int FROM_ABOVE_BUDGET = 8;

  private static Path samples;
  private static Pool pool;
  private static JobClient jobs;

  @BeforeAll
  static void start() {
    samples = Path.of(System.getenv("EDGE_SAMPLES")).toAbsolutePath();
    pool = Pool.start("samples", samples.resolve("yolov8n_int8.onnx"), 0, Map.of());
    jobs = new JobClient(pool.http());
  }

  @AfterAll
  static void stop() {
    if (pool != null) {
      pool.close();
    }
  }

  @Test
  void findsTheCarsOnTheHighway() throws IOException {
    String id = jobs.submit(samples.resolve("highway.mp4"), "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);
    List<JsonObject> frames = jobs.frames(id);
    requireExpected("highway.json", frames, HIGHWAY_BUDGET);
    assertThat(frames)
        .extracting(frame -> frame.getJsonObject("object_counts").getInt("car"))
        .as("two cars in every frame")
        .containsOnly(2);
    assertThat(job.getInt("processed_frames")).isEqualTo(38);
    assertThat(frames)
        .extracting(frame -> frame.getInt("frame_index"))
        .isEqualTo(IntStream.range(0, 38).boxed().toList());
    assertThat(frames).extracting(JobClient::frameId).isSorted().doesNotHaveDuplicates();
    assertThat(frames)
        .extracting(frame -> frame.getString("worker_id"))
        .containsOnly("coordinator-local");
  }

  @Test
  @Tag("long")
  void findsWhatIsToBeFoundFromAbove() throws IOException {
    String id = jobs.submit(samples.resolve("car-detection.mp4"), "?sample_fps=0.5");
    jobs.awaitCompleted(id);
    requireExpected("car-detection.json", jobs.frames(id), FROM_ABOVE_BUDGET);
  }

  @Test
  @Tag("long")
  void losesNoFrameWhenAWorkerDies() {
    ServerProcess doomed = pool.startGuest("doomed").awaitReady();
    String id = jobs.submit(samples.resolve("car-detection.mp4"), "?sample_fps=2.5");
    jobs.await(id, job -> jobs.frames(id).stream().anyMatch(frame -> isOf(frame, doomed)));
    doomed.kill();
    JsonObject job = jobs.awaitCompleted(id);
    List<JsonObject> frames = jobs.frames(id);
    assertThat(frames).hasSize(job.getInt("total_frames")).hasSizeBetween(75, 76);
    assertThat(job.getInt("failed_frames")).isZero();
    assertThat(frames).extracting(JobClient::frameId).isSorted().doesNotHaveDuplicates();
    assertThat(frames)
        .extracting(frame -> frame.getInt("frame_index"))
        .isEqualTo(IntStream.range(0, frames.size()).mapToObj(i -> i * 5).toList());
  }

  private static boolean isOf(JsonObject frame, ServerProcess worker) {
    return frame.getString("worker_id").equals(worker.name());
  }

  private static void requireExpected(String name, List<JsonObject> frames, int budget)
      throws IOException {
    SampleExpectations expected =
        SampleExpectations.read(samples.resolve("expected").resolve(name));
    assertThat(frames)
        .extracting(frame -> frame.getInt("frame_index"))
        .containsAll(expected.frames());
    assertThat(frames)
        .filteredOn(frame -> expected.frames().contains(frame.getInt("frame_index")))
        .flatExtracting(
            frame -> expected.mismatches(frame.getInt("frame_index"), JobClient.detections(frame)))
        .hasSizeLessThanOrEqualTo(budget);
  }
}
