package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.systemtests.fixture.DistantTraffic;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This project's own worker: as an agent for those who talk to it as to one, and binary. */
@OnServers
class WorkerContractIT {
  private static final long FRAME = 7_000_000_000_000_000L;
  private static final Shape ANSWER =
      Shape.of(
          "status:text",
          "task_id:text",
          "frame_id:integer",
          "detections:detections",
          "processing_time_ms:number");
  private static final Shape ANSWER_FOR_FRAME =
      Shape.of(
          "status:text",
          "task_id:text",
          "frame_id:integer",
          "detections:detections",
          "processing_time_ms:number",
          "frame_width:integer",
          "frame_height:integer");
  private static final Shape AGENTS_ANSWER =
      Shape.of("status:text", "task_id:text", "detections:integer");

  private final ServerProcess worker;
  private final Http coordinator;

  WorkerContractIT(Pool pool) {
    this.worker = pool.workers().get(0);
    this.coordinator = pool.http();
  }

  @Test
  void answersABinaryFrameWithItsDetections() {
    JsonObject answer =
        binary("Task-Id", "frame-5", "Frame-Id", "9007199254740991").expect(200, ANSWER);
    assertThat(answer.getString("status")).isEqualTo("ok");
    assertThat(answer.getString("task_id")).isEqualTo("frame-5");
    assertThat(answer.getJsonNumber("frame_id").longValueExact()).isEqualTo((1L << 53) - 1);
    assertThat(Traffic.found(answer)).isEqualTo(Traffic.expected(0));
  }

  @Test
  void answersASmallerPictureInPixelsOfItsFrame() {
    JsonObject own = binary("Frame-Id", "5").expect(200, ANSWER);
    JsonObject answer =
        binary(
                "Frame-Id",
                "5",
                "Frame-Width",
                String.valueOf(3 * Traffic.WIDTH),
                "Frame-Height",
                String.valueOf(3 * Traffic.HEIGHT))
            .expect(200, ANSWER_FOR_FRAME);
    assertThat(answer.getInt("frame_width")).isEqualTo(3 * Traffic.WIDTH);
    assertThat(answer.getInt("frame_height")).isEqualTo(3 * Traffic.HEIGHT);
    List<Detection> found = JobClient.detections(answer);
    assertThat(found).hasSameSizeAs(JobClient.detections(own)).isNotEmpty();
    for (int i = 0; i < found.size(); i++) {
      Box small = JobClient.detections(own).get(i).box();
      // cut off to whole pixels of the frame, not of the picture
      assertThat(found.get(i).box().x1() - 3 * small.x1()).isBetween(0, 2);
      assertThat(found.get(i).box().y2() - 3 * small.y2()).isBetween(0, 2);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "10, 65537", "wide, 10", "10, -1"})
  void refusesASizeThatNoFrameHas(String width, String height) {
    binary("Frame-Id", "5", "Frame-Width", width, "Frame-Height", height).problem(422);
  }

  @Test
  void cutsAFrameIntoTheTilesThatAreOnTheList() {
    JsonObject cut =
        worker
            .http()
            .post(
                "/process-frame",
                "image/jpeg",
                DistantTraffic.picture(),
                "Frame-Id",
                "5",
                "Tiles",
                "3x2")
            .expect(200, ANSWER);
    assertThat(Traffic.found(cut)).isEqualTo(DistantTraffic.expected(0));
    assertThat(binary("Frame-Id", "5", "Tiles", "9x9").problem(422))
        .isEqualTo("The header Tiles must be 1x1, 2x1, 3x2 or auto.");
  }

  @Test
  void refusesHalfASize() {
    assertThat(binary("Frame-Id", "5", "Frame-Width", "10").problem(422)).contains("Frame-Height");
  }

  @Test
  void takesTheConfidenceOfAJob() {
    JsonObject answer =
        binary("Task-Id", "t", "Frame-Id", "5", "Confidence", "0.99").expect(200, ANSWER);
    assertThat(answer.getJsonArray("detections")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Frame-Id, 0",
    "Frame-Id, -1",
    "Frame-Id, 9007199254740992",
    "Frame-Id, x",
    "Frame-Id, 1.5",
    "Confidence, 1.1",
    "Confidence, x",
    "Confidence, NaN"
  })
  void namesTheHeaderThatIsWrong(String header, String value) {
    Reply reply =
        header.equals("Frame-Id")
            ? binary("Task-Id", "t", header, value)
            : binary("Task-Id", "t", "Frame-Id", "1", header, value);
    assertThat(reply.problem(422)).contains(header);
  }

  @Test
  void needsAFrameId() {
    assertThat(binary("Task-Id", "t").problem(422)).contains("Frame-Id");
  }

  @Test
  void postsTheResultOfABase64FrameFirstAndThenAnswers() {
    JsonObject answer =
        worker
            .http()
            .post(
                "/process-frame",
                object(
                    "task_id",
                    "task/ä 7",
                    "frame_id",
                    FRAME,
                    "jpeg_b64",
                    Base64.getEncoder().encodeToString(Traffic.picture())))
            .expect(200, AGENTS_ANSWER);
    assertThat(answer.getString("status")).isEqualTo("ok");
    assertThat(answer.getString("task_id")).isEqualTo("task/ä 7");
    assertThat(answer.getInt("detections")).isEqualTo(Traffic.expected(0).size());
    JsonObject stored = coordinator.get("/results/frames/" + FRAME).expect(200, Shape.FRAME_RESULT);
    assertThat(stored.getString("worker_id")).isEqualTo(worker.name());
    assertThat(stored).containsEntry("job_id", JsonValue.NULL);
    assertThat(Traffic.found(stored)).isEqualTo(Traffic.expected(0));
  }

  @Test
  void refusesWhatIsNoFrame() {
    byte[] text = {1, 2, 3};
    worker
        .http()
        .post("/process-frame", "image/jpeg", text, "Task-Id", "t", "Frame-Id", "1")
        .problem(400);
    worker.http().post("/process-frame", "text/plain", text).problem(415);
    worker
        .http()
        .post("/process-frame", object("task_id", "t", "frame_id", 1, "jpeg_b64", "***"))
        .problem(400);
    assertThat(worker.http().post("/process-frame", object("task_id", "t")).problem(422))
        .contains("frame_id");
    worker.http().post("/process-frame", "{").problem(422);
    worker.http().post("/process-frame", "[".repeat(20_000)).problem(422);
  }

  @Test
  void refusesFramesThatAreMeantForAnotherModel() {
    String own = coordinator.get("/model").object().getString("sha256");
    String other = "0".repeat(64);
    binary("Task-Id", "t", "Frame-Id", "5", "Model-Sha256", own).expect(200, ANSWER);
    binary("Task-Id", "t", "Frame-Id", "5", "Model-Sha256", own.toUpperCase()).expect(200, ANSWER);
    assertThat(binary("Task-Id", "t", "Frame-Id", "5", "Model-Sha256", other).problem(409))
        .contains(own, other);
  }

  @Test
  void refusesBase64FramesThatAreMeantForAnotherModel() {
    String other = "0".repeat(64);
    String frame =
        object(
                "task_id",
                "t",
                "frame_id",
                FRAME + 1,
                "jpeg_b64",
                Base64.getEncoder().encodeToString(Traffic.picture()))
            .toString();
    Reply reply =
        worker
            .http()
            .post("/process-frame", "application/json", frame.getBytes(), "Model-Sha256", other);
    assertThat(reply.problem(409)).contains(other);
    coordinator.get("/results/frames/" + (FRAME + 1)).problem(404);
  }

  @Test
  void isListedWithWhatItAnnounces() {
    JsonObject listed =
        coordinator.get("/workers").objects().stream()
            .filter(w -> w.getString("worker_id").equals(worker.name()))
            .findFirst()
            .orElseThrow();
    assertThat(listed.getString("host")).isEqualTo("127.0.0.1");
    assertThat(listed.getInt("port")).isEqualTo(worker.port());
    assertThat(listed.getJsonArray("capabilities"))
        .isEqualTo(edgeai.systemtests.fixture.Wire.list("yolov8n"));
    assertThat(listed.getString("model_sha256"))
        .isEqualTo(coordinator.get("/model").object().getString("sha256"));
    assertThat(listed.getString("provider")).isNotBlank();
    assertThat(listed.getInt("max_in_flight")).isEqualTo(2);
  }

  private Reply binary(String... headers) {
    return worker.http().post("/process-frame", "image/jpeg", Traffic.picture(), headers);
  }
}
