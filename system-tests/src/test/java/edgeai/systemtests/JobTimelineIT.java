package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was seen when: {@code GET /jobs/{id}/timeline}. */
@OnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class JobTimelineIT {
  private static final int FRAMES = 30;
  private static final Shape TIMELINE =
      Shape.of(
          "job_id:text",
          "from_ms:integer",
          "to_ms:integer",
          "object_counts:counts",
          "buckets:list");
  private static final Shape BUCKET =
      Shape.of(
          "from_ms:integer",
          "to_ms:integer",
          "frames:integer",
          "failed:integer",
          "detections:integer",
          "object_counts:counts",
          "frame_id:integer?",
          "frame_index:integer?");

  private final Http http;
  private final JobClient jobs;
  private String id;
  private List<JsonObject> frames;

  JobTimelineIT(Pool pool) {
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @BeforeEach
  void upload() {
    if (id == null) {
      id = jobs.submit(Traffic.write("timeline.mp4", FRAMES), "?sample_fps=0");
      jobs.awaitCompleted(id);
      frames = jobs.frames(id);
    }
  }

  private Reply timeline(String job, String query) {
    return http.get("/jobs/%s/timeline%s".formatted(job, query));
  }

  private static List<JsonObject> buckets(JsonObject timeline) {
    List<JsonObject> buckets = timeline.getJsonArray("buckets").getValuesAs(JsonObject.class);
    long from = timeline.getInt("from_ms");
    for (JsonObject bucket : buckets) {
      assertThat(BUCKET.deviations(bucket)).isEmpty();
      assertThat(bucket.getInt("from_ms")).isEqualTo(from).isLessThan(bucket.getInt("to_ms"));
      from = bucket.getInt("to_ms");
    }
    assertThat(timeline.getInt("to_ms")).isEqualTo(from);
    return buckets;
  }

  @Test
  void countsWhatTheFramesOfEachBucketShow() {
    JsonObject timeline = timeline(id, "?buckets=7").expect(200, TIMELINE);
    assertThat(timeline.getString("job_id")).isEqualTo(id);
    assertThat(timeline.getInt("from_ms")).isZero();
    assertThat(timeline.getInt("to_ms"))
        .isEqualTo(frames.get(FRAMES - 1).getInt("media_time_ms") + 1);
    List<JsonObject> buckets = buckets(timeline);
    assertThat(buckets).hasSize(7);
    for (JsonObject bucket : buckets) {
      List<JsonObject> within =
          frames.stream()
              .filter(frame -> frame.getInt("media_time_ms") >= bucket.getInt("from_ms"))
              .filter(frame -> frame.getInt("media_time_ms") < bucket.getInt("to_ms"))
              .toList();
      JsonObject fullest =
          within.stream()
              .max(
                  Comparator.comparingInt(JobTimelineIT::found)
                      .thenComparing(JobClient::frameId, Comparator.reverseOrder()))
              .orElseThrow();
      assertThat(bucket.getInt("frames")).isEqualTo(within.size());
      assertThat(bucket.getInt("failed")).isZero();
      assertThat(bucket.getInt("detections"))
          .isEqualTo(within.stream().mapToInt(JobTimelineIT::found).sum());
      assertThat(bucket.getJsonObject("object_counts")).isEqualTo(counts(within));
      assertThat(JobClient.frameId(bucket)).isEqualTo(JobClient.frameId(fullest));
      assertThat(bucket.getInt("frame_index")).isEqualTo(fullest.getInt("frame_index"));
    }
    assertThat(timeline.getJsonObject("object_counts")).isEqualTo(counts(frames));
  }

  private static int found(JsonObject frame) {
    return frame.getJsonArray("detections").size();
  }

  private static JsonObject counts(List<JsonObject> frames) {
    return Wire.object("bus", count(frames, "bus"), "car", count(frames, "car"));
  }

  private static int count(List<JsonObject> frames, String label) {
    return frames.stream()
        .mapToInt(frame -> frame.getJsonObject("object_counts").getInt(label, 0))
        .sum();
  }

  @Test
  void hasNoMoreBucketsThanFrames() {
    for (String query : List.of("", "?buckets=500")) {
      List<JsonObject> buckets = buckets(timeline(id, query).expect(200, TIMELINE));
      assertThat(buckets)
          .hasSize(FRAMES)
          .allSatisfy(bucket -> assertThat(bucket.getInt("frames")).isEqualTo(1));
      assertThat(buckets)
          .extracting(bucket -> bucket.getInt("frame_index"))
          .isEqualTo(IntStream.range(0, FRAMES).boxed().toList());
    }
    assertThat(buckets(timeline(id, "?buckets=1").expect(200, TIMELINE))).hasSize(1);
  }

  @Test
  void showsAJobThatRunsAsFarAsItIs() {
    String running = jobs.submit(Traffic.write("running.mp4", 600), "?sample_fps=0");
    int settled =
        jobs.await(running, job -> job.getInt("processed_frames") > 50).getInt("processed_frames");
    List<JsonObject> buckets = buckets(timeline(running, "?buckets=20").expect(200, TIMELINE));
    assertThat(buckets).hasSize(20);
    assertThat(buckets.stream().mapToInt(bucket -> bucket.getInt("frames")).sum())
        .isBetween(settled, 600);
    http.delete("/jobs/" + running);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "501", "-1", "x", "1.5", "", "99999999999999999999"})
  void refusesImpossibleNumbersOfBuckets(String buckets) {
    assertThat(timeline(id, "?buckets=" + buckets).problem(422)).contains("buckets");
  }

  @Test
  void knowsNoOtherJobs() {
    assertThat(timeline("nothing", "").problem(404)).contains("nothing");
  }
}
