package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From an uploaded video to its frames' results, every box of it. */
@OnServers
@Timeout(400)
class JobsIT {
  private static final int FRAMES = 50;
  private static Path video;

  private final Pool pool;
  private final Http http;
  private final JobClient jobs;

  JobsIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @BeforeAll
  static void paint() {
    video = Traffic.write("jobs.mp4", FRAMES);
  }

  @Test
  void doesEveryFrameOfAVideo() throws IOException {
    JsonObject before = http.get("/results/summary").object();
    String id = jobs.submit(video, "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getString("job_id")).isEqualTo(id);
    assertThat(job.getString("filename")).isEqualTo("jobs.mp4");
    assertThat(job.getInt("size_bytes")).isEqualTo((int) Files.size(video));
    assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("failed_frames")).isZero();
    assertThat(job.getInt("detections_found")).isEqualTo(Traffic.objects(FRAMES));
    assertThat(job)
        .containsEntry("error", JsonValue.NULL)
        .containsEntry("cancelled", JsonValue.FALSE);
    assertThat(job.getJsonNumber("sample_fps").doubleValue()).isZero();
    assertThat(job.getJsonArray("models"))
        .isEqualTo(
            edgeai.systemtests.fixture.Wire.list(http.get("/model").object().getString("sha256")));
    assertThat(instant(job, "submitted_at")).isBeforeOrEqualTo(instant(job, "started_at"));
    assertThat(instant(job, "started_at")).isBeforeOrEqualTo(instant(job, "completed_at"));
    jobs.requireTraffic(id, FRAMES);
    JsonObject after = http.get("/results/summary").object();
    assertThat(after.getInt("total_frames") - before.getInt("total_frames")).isEqualTo(FRAMES);
    assertThat(after.getInt("total_detections") - before.getInt("total_detections"))
        .isEqualTo(Traffic.objects(FRAMES));
  }

  @Test
  void showsAFinishedFrameAsAResultToo() {
    String id = jobs.submit(video, "?sample_fps=5");
    jobs.awaitCompleted(id);
    JsonObject frame = jobs.frames(id).get(1);
    JsonObject result =
        http.get("/results/frames/" + JobClient.frameId(frame)).expect(200, Shape.FRAME_RESULT);
    assertThat(result).isEqualTo(frame);
    assertThat(result.getString("job_id")).isEqualTo(id);
    assertThat(http.get("/results/frames").objects())
        .anySatisfy(
            listed -> {
              assertThat(JobClient.frameId(listed)).isEqualTo(JobClient.frameId(frame));
              assertThat(listed.get("detections")).isEqualTo(frame.get("detections"));
            });
  }

  @Test
  void takesFiveFramesPerSecondUnlessToldOtherwise() {
    for (String query : List.of("", "?sample_fps=5", "?sample_fps=")) {
      String id = jobs.submit(video, query);
      JsonObject job = jobs.awaitCompleted(id);
      assertThat(job.getInt("total_frames")).isEqualTo(FRAMES / 5);
      assertThat(job.getJsonNumber("sample_fps").doubleValue()).isEqualTo(5);
      List<JsonObject> frames = jobs.frames(id);
      assertThat(frames)
          .extracting(frame -> frame.getInt("frame_index"))
          .isEqualTo(IntStream.range(0, FRAMES / 5).mapToObj(i -> i * 5).toList());
      assertThat(frames)
          .extracting(frame -> frame.getInt("media_time_ms"))
          .isEqualTo(IntStream.range(0, FRAMES / 5).mapToObj(i -> i * 200).toList());
      frames.forEach(
          frame ->
              assertThat(Traffic.found(frame))
                  .isEqualTo(Traffic.expected(frame.getInt("frame_index"))));
    }
  }

  @Test
  void dropsWhatAJobDoesNotWant() {
    String unsure = jobs.submit(video, "?confidence=0.99");
    String buses = jobs.submit(video, "?sample_fps=0&classes=BUS,%20bus&confidence=0.5");
    assertThat(jobs.awaitCompleted(unsure).getInt("detections_found")).isZero();
    assertThat(jobs.awaitCompleted(buses).getInt("detections_found")).isEqualTo(FRAMES / 2);
    assertThat(jobs.frames(buses))
        .allSatisfy(
            frame -> assertThat(Traffic.found(frame)).allMatch(line -> line.startsWith("bus ")));
  }

  @Test
  void takesOptionsAsFormFieldsToo() {
    Upload upload =
        Upload.of(video).field("sample_fps", "1").field("classes", "bus").field("other", "x");
    String id = jobs.submit(upload, "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getInt("total_frames")).isEqualTo(2);
    assertThat(job.getInt("detections_found"))
        .isEqualTo(
            (int) jobs.frames(id).stream().filter(f -> f.getInt("frame_index") % 2 == 0).count());
  }

  @Test
  void doesTwoJobsAtTheSameTime() {
    String one = jobs.submit(video, "?sample_fps=0");
    String two = jobs.submit(video, "?sample_fps=0");
    jobs.awaitCompleted(one);
    jobs.awaitCompleted(two);
    jobs.requireTraffic(one, FRAMES);
    jobs.requireTraffic(two, FRAMES);
    assertThat(jobs.frames(one))
        .extracting(JobClient::frameId)
        .doesNotContainAnyElementsOf(jobs.frames(two).stream().map(JobClient::frameId).toList());
    assertThat(http.get("/jobs").expect(200).objects())
        .allSatisfy(job -> assertThat(Shape.JOB.deviations(job)).isEmpty())
        .extracting(job -> job.getString("job_id"))
        .containsSubsequence(two, one);
  }

  @Test
  void cancelsAJobThatRunsAndThenRemovesIt() {
    String id = jobs.submit(Traffic.write("cancelled.mp4", 2_000), "?sample_fps=0");
    jobs.await(id, job -> job.getInt("processed_frames") > 0);
    http.delete("/jobs/" + id).expect(200, Shape.DONE);
    JsonObject job = jobs.awaitEnd(id);
    assertThat(job.getString("status")).isEqualTo("failed");
    assertThat(job.getString("error")).isEqualTo("cancelled");
    assertThat(job).containsEntry("cancelled", JsonValue.TRUE);
    assertThat(job.getInt("processed_frames")).isLessThan(2_000);
    assertThat(job.getInt("processed_frames") + job.getInt("failed_frames"))
        .isEqualTo(job.getInt("total_frames"))
        .isEqualTo(jobs.frames(id).size());
    assertThat(Build.filesIn(pool.coordinator().data().resolve("uploads")))
        .anyMatch(file -> file.startsWith(id));
    http.delete("/jobs/" + id).expect(200, Shape.DONE);
    http.get("/jobs/" + id).problem(404);
    http.delete("/jobs/" + id).problem(404);
    assertThat(Build.filesIn(pool.coordinator().data().resolve("uploads")))
        .noneMatch(file -> file.startsWith(id));
    JsonObject queue = http.get("/queue/stats").object();
    assertThat(queue.getInt("pending")).isZero();
  }

  @Test
  void knowsNoOtherJobs() {
    for (String path : List.of("", "/frames", "/results", "/frames/1/image")) {
      assertThat(http.get("/jobs/nothing" + path).problem(404)).contains("nothing");
    }
    http.get("/jobs?cursor=nothing").problem(404);
  }

  private static Instant instant(JsonObject job, String field) {
    return Instant.parse(job.getString(field));
  }
}
