package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static edgeai.systemtests.fixture.Wire.registration;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Results that belong to no job: posted, replaced, listed, counted. */
@OnServers
class ResultsContractIT {
  private static final String ID = "results-worker";
  private static final long FRAME = 4_000_000_000_000_001L;
  private static final Shape RESULTS =
      Shape.of(
          "total_frames_processed:integer",
          "total_detections:integer",
          "object_counts:counts",
          "frames:list",
          "worker_summary:counts");
  private static final Shape SUMMARY =
      Shape.of(
          "total_frames:integer",
          "total_detections:integer",
          "object_counts:counts",
          "worker_summary:counts");

  private final Http http;

  ResultsContractIT(Pool pool) {
    this.http = pool.http();
  }

  @BeforeEach
  void join() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
  }

  @AfterEach
  void leave() {
    http.delete("/workers/" + ID);
  }

  @Test
  void storesAResult() {
    JsonObject car = detection("car", 0.875, 1, 2, 30, 40);
    JsonObject person = detection("person", 1, 0, 0, 0, 0);
    JsonObject stored =
        http.post("/results", result(ID, FRAME, car, person))
            .expect(201, Shape.DONE_WITH)
            .getJsonObject("data");
    assertThat(Shape.FRAME_RESULT.deviations(stored)).isEmpty();
    assertThat(stored.getString("worker_id")).isEqualTo(ID);
    assertThat(JobClient.frameId(stored)).isEqualTo(FRAME);
    assertThat(stored.getJsonObject("object_counts")).isEqualTo(object("car", 1, "person", 1));
    assertThat(stored.getJsonArray("detections").getJsonObject(0).getJsonObject("box"))
        .isEqualTo(car.getJsonObject("box"));
    assertThat(
            stored
                .getJsonArray("detections")
                .getJsonObject(0)
                .getJsonNumber("confidence")
                .doubleValue())
        .isEqualTo(0.875);
    assertThat(stored.getJsonNumber("processing_time_ms").doubleValue()).isEqualTo(12.5);
    assertThat(stored.getString("status")).isEqualTo("completed");
    assertThat(stored).containsEntry("job_id", JsonValue.NULL);
    JsonObject read = http.get("/results/frames/" + FRAME).expect(200, Shape.FRAME_RESULT);
    assertThat(read).isEqualTo(stored);
  }

  @Test
  void fillsInWhatMayBeLeftOut() {
    JsonObject stored =
        http.post("/results", object("worker_id", ID, "frame_id", FRAME + 1))
            .expect(201, Shape.DONE_WITH)
            .getJsonObject("data");
    assertThat(stored.getJsonArray("detections")).isEmpty();
    assertThat(stored.getJsonObject("object_counts")).isEmpty();
    assertThat(stored.getJsonNumber("processing_time_ms").doubleValue()).isZero();
  }

  @Test
  void refusesAResultOfAWorkerItDoesNotKnow() {
    assertThat(http.post("/results", result("nobody", FRAME)).problem(404)).contains("nobody");
  }

  @Test
  void takesAFrameResultOfAnybody() {
    JsonObject stored =
        http.post(
                "/frame-result",
                object(
                    "frame_id",
                    FRAME + 2,
                    "worker_id",
                    "a stranger",
                    "detected_objects",
                    list("car", "car", "bus"),
                    "processing_time",
                    0.25))
            .expect(201, Shape.DONE_WITH)
            .getJsonObject("data");
    assertThat(Shape.FRAME_RESULT.deviations(stored)).isEmpty();
    assertThat(stored.getJsonObject("object_counts")).isEqualTo(object("bus", 1, "car", 2));
    assertThat(stored.getJsonNumber("processing_time_ms").doubleValue()).isEqualTo(250);
    JsonObject first = stored.getJsonArray("detections").getJsonObject(0);
    assertThat(first.getJsonNumber("confidence").doubleValue()).isEqualTo(1);
    assertThat(first.getJsonObject("box")).isEqualTo(object("x1", 0, "y1", 0, "x2", 0, "y2", 0));
    http.post("/frame-result", object("frame_id", FRAME + 3, "worker_id", "a stranger"))
        .expect(201, Shape.DONE_WITH);
  }

  @Test
  void replacesAResultThatIsSentAgainAndCountsItOnce() {
    JsonObject car = detection("replaced-car", 0.5, 0, 0, 1, 1);
    JsonObject before = summary();
    http.post("/results", result(ID, FRAME + 4, car, car)).expect(201);
    http.post("/results", result(ID, FRAME + 4, car)).expect(201);
    http.post("/frame-result", object("frame_id", FRAME + 4, "worker_id", "another")).expect(201);
    http.post("/results", result(ID, FRAME + 4, car)).expect(201);
    JsonObject after = summary();
    assertThat(after.getInt("total_frames") - before.getInt("total_frames")).isEqualTo(1);
    assertThat(after.getInt("total_detections") - before.getInt("total_detections")).isEqualTo(1);
    assertThat(after.getJsonObject("object_counts").getInt("replaced-car")).isEqualTo(1);
    assertThat(frames()).extracting(JobClient::frameId).containsOnlyOnce(FRAME + 4);
  }

  @Test
  void listsFramesByAscendingId() {
    http.post("/results", result(ID, FRAME + 6)).expect(201);
    http.post("/results", result(ID, FRAME + 5)).expect(201);
    assertThat(frames())
        .hasSizeLessThanOrEqualTo(2_000)
        .allSatisfy(frame -> assertThat(Shape.FRAME_RESULT.deviations(frame)).isEmpty())
        .extracting(JobClient::frameId)
        .isSorted()
        .contains(FRAME + 5, FRAME + 6);
  }

  @Test
  void summarisesInTwoShapesThatAgree() {
    http.post("/results", result(ID, FRAME + 7, detection("van", 0.5, 0, 0, 1, 1))).expect(201);
    JsonObject results = http.get("/results").expect(200, RESULTS);
    JsonObject summary = http.get("/results/summary").expect(200, SUMMARY);
    assertThat(results.getInt("total_frames_processed")).isEqualTo(summary.getInt("total_frames"));
    assertThat(results.getInt("total_detections")).isEqualTo(summary.getInt("total_detections"));
    assertThat(results.get("object_counts")).isEqualTo(summary.get("object_counts"));
    assertThat(results.get("worker_summary")).isEqualTo(summary.get("worker_summary"));
    assertThat(summary.getJsonObject("worker_summary").getInt(ID)).isPositive();
    assertThat(results.getJsonArray("frames")).isNotEmpty();
  }

  private JsonObject summary() {
    return http.get("/results/summary").expect(200, SUMMARY);
  }

  private List<JsonObject> frames() {
    return http.get("/results/frames").expect(200).objects();
  }
}
