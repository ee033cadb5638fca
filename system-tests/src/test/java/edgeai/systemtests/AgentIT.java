package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.object;
import static edgeai.systemtests.fixture.Wire.registration;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.AgentProcess;
import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Shape;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.WorkerDouble;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Worker agents as they run in the field, alone in a pool. */
@OnServers
@Timeout(400)
class AgentIT {
  private static final String ID = "field agent/1";
  private static final int FRAMES = 24;
  private static final String NODE = "edgeai.systemtests.fixture.AgentProcess#canRun";
  private static final String NO_NODE = "the agent needs node 20 or later on the PATH";

  private final BareCoordinator bare;
  private final Http http;
  private final JobClient jobs;

  AgentIT(BareCoordinator bare) {
    this.bare = bare;
    this.http = bare.http();
    this.jobs = new JobClient(http);
  }

  @Test
  @EnabledIf(value = NODE, disabledReason = NO_NODE)
  void doesAWholeJobThoughItsFirstFrameTakesLong() {
    int before = inSummary();
    try (AgentProcess agent = start(Map.of("FIRST_FRAME_MS", "8000"))) {
      String id = submit("agent.mp4");
      requireAllDone(id);
      assertThat(agent.events("posted"))
          .hasSize(FRAMES)
          .allSatisfy(event -> assertThat(event.getInt("status")).isEqualTo(201));
      assertThat(agent.events("acknowledged"))
          .hasSize(FRAMES)
          .allSatisfy(event -> assertThat(event.getInt("status")).isEqualTo(200));
      assertThat(agent.events("frame"))
          .allSatisfy(event -> assertThat(event.getInt("at_once")).isEqualTo(1))
          .allSatisfy(event -> assertThat(event.getString("type")).startsWith("application/json"));
      JsonObject worker = listed().get(0);
      assertThat(worker.getInt("frames_processed")).isEqualTo(before + FRAMES);
      assertThat(inSummary()).isEqualTo(before + FRAMES);
      // how long ago its last frame is depends on how busy this machine is
      assertThat(worker.getString("status")).isIn("active", "idle");
      assertThat(jobs.job(id).getJsonArray("models").getString(0)).isEqualTo("unknown");
      agent.terminate();
      assertThat(agent.events("left").get(0).getInt("status")).isEqualTo(200);
      assertThat(listed()).isEmpty();
    }
  }

  @Test
  @Tag("long")
  @EnabledIf(value = NODE, disabledReason = NO_NODE)
  void countsResultsThatItCouldNotDeliver() {
    try (AgentProcess agent = start(Map.of("UNDELIVERED", "3"))) {
      requireAllDone(submit("undelivered.mp4"));
      assertThat(agent.events("undelivered")).hasSize(FRAMES / 3);
      assertThat(agent.events("posted")).hasSize(FRAMES - FRAMES / 3);
      agent.terminate();
    }
  }

  @Test
  @EnabledIf(value = NODE, disabledReason = NO_NODE)
  void keepsTheFirstOfTwoResults() {
    try (AgentProcess agent = start(Map.of("TWICE", "true"))) {
      int before = http.get("/results/summary").object().getInt("total_frames");
      requireAllDone(submit("twice.mp4"));
      assertThat(agent.events("posted_again"))
          .hasSize(FRAMES)
          .allSatisfy(event -> assertThat(event.getInt("status")).isEqualTo(201))
          .allSatisfy(event -> assertThat(event.getBoolean("same")).as("%s", event).isTrue());
      assertThat(http.get("/results/summary").object().getInt("total_frames") - before)
          .isEqualTo(FRAMES);
      agent.terminate();
    }
  }

  @Test
  @Tag("long")
  @EnabledIf(value = NODE, disabledReason = NO_NODE)
  void comesBackWhenItIsForgotten() {
    try (AgentProcess agent = start(Map.of())) {
      http.delete("/workers/" + Http.inPath(ID)).expect(200);
      agent.awaitEvent("registered", 2);
      assertThat(agent.events("heartbeat"))
          .anySatisfy(event -> assertThat(event.getInt("status")).isEqualTo(404));
      requireAllDone(submit("forgotten.mp4"));
      agent.terminate();
    }
  }

  @Test
  void keepsApartWhatAStrangerPostsForAFrameOfAJob() {
    http.post("/register-worker", registration("stranger", 9001, "other")).expect(201);
    try (WorkerDouble worker = new WorkerDouble(http, "honest", this::afterTheStranger)) {
      String id = submit("stranger.mp4");
      assertThat(jobs.awaitCompleted(id).getInt("processed_frames")).isEqualTo(FRAMES);
      assertThat(jobs.frames(id))
          .allSatisfy(frame -> assertThat(frame.getString("worker_id")).isEqualTo("honest"))
          .allSatisfy(
              frame ->
                  assertThat(frame.getJsonObject("object_counts")).isEqualTo(object("car", 1)));
      assertThat(worker.frames()).hasSize(FRAMES);
    } finally {
      http.delete("/workers/stranger");
    }
  }

  private WorkerDouble.Answer afterTheStranger(JsonObject frame) {
    long frameId = JobClient.frameId(frame);
    JsonObject strange = result("stranger", frameId, detection("ufo", 1, 0, 0, 1, 1));
    JsonObject stored =
        http.post("/results", strange).expect(201, Shape.DONE_WITH).getJsonObject("data");
    assertThat(stored).containsEntry("job_id", JsonValue.NULL);
    JsonObject honest = result("honest", frameId, detection("car", 0.9, 0, 0, 9, 9));
    return WorkerDouble.Answer.of(object("status", "result_delivery_failed", "result", honest));
  }

  private AgentProcess start(Map<String, String> more) {
    return AgentProcess.start(bare.server().url(), ID, more);
  }

  private String submit(String name) {
    return jobs.submit(Traffic.write(name, FRAMES), "?sample_fps=0");
  }

  /** Every frame once, at the first attempt, with what arithmetic finds in its very bytes. */
  private void requireAllDone(String id) {
    JsonObject job = jobs.awaitCompleted(id);
    assertThat(job.getInt("processed_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("failed_frames")).isZero();
    List<JsonObject> frames = jobs.frames(id);
    assertThat(frames)
        .hasSize(FRAMES)
        .allSatisfy(frame -> assertThat(frame.getInt("attempts")).as("%s", frame).isEqualTo(1))
        .allSatisfy(frame -> assertThat(frame.getString("worker_id")).isEqualTo(ID));
    JsonObject frame = frames.get(FRAMES / 2);
    byte[] jpeg =
        http.get("/jobs/%s/frames/%d/image?annotated=false".formatted(id, JobClient.frameId(frame)))
            .expect(200)
            .body();
    long sum = 0;
    for (byte b : jpeg) {
      sum += b & 0xff;
    }
    JsonObject found = frame.getJsonArray("detections").getJsonObject(0);
    assertThat(found.getString("label")).isEqualTo("picture");
    assertThat(found.getJsonNumber("confidence").doubleValue()).isEqualTo(sum % 1000 / 1000.0);
    assertThat(found.getJsonObject("box"))
        .isEqualTo(object("x1", 0, "y1", 0, "x2", Traffic.WIDTH, "y2", Traffic.HEIGHT));
    assertThat(frame.getJsonArray("detections")).hasSize(sum % 2 == 0 ? 2 : 1);
  }

  private int inSummary() {
    return http.get("/results/summary").object().getJsonObject("worker_summary").getInt(ID, 0);
  }

  private List<JsonObject> listed() {
    return http.get("/workers").expect(200).objects();
  }
}
