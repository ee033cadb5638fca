package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.wire.Box;
import edgeai.systemtests.fixture.BinaryDouble;
import edgeai.systemtests.fixture.BinaryDouble.Sent;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.IdleCoordinator;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.MjpegViewer;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Street;
import edgeai.systemtests.fixture.Wire;
import edgeai.systemtests.fixture.WorkerDouble;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Frames of 1280x720 for a model with an input of 640x640: as large as the model can use, save for
 * those who want more.
 */
@OnServers
@Timeout(300)
class FrameSizeIT {
  private static final Sent WHOLE = new Sent(1280, 720, Optional.empty());
  private static final Sent SMALL = new Sent(640, 360, Optional.of("1280x720"));

  private final Http http;

  FrameSizeIT(IdleCoordinator idle) {
    this.http = idle.http();
  }

  @Test
  void framesAreSentAsSmallAsTheModelCanUseThemAndBoxesAreThoseOfTheVideo() {
    try (BinaryDouble worker = new BinaryDouble(http, "small")) {
      List<JsonObject> frames = job();

      assertThat(worker.sent()).isNotEmpty().containsOnly(SMALL);
      assertThat(frames)
          .allSatisfy(
              frame ->
                  assertThat(JobClient.detections(frame).get(0).box())
                      .isEqualTo(new Box(0, 0, 1280, 720)));
    }
  }

  @Test
  void whileSomebodyWatchesFramesAreWhole() {
    try (BinaryDouble worker = new BinaryDouble(http, "watched");
        MjpegViewer viewer = new MjpegViewer(http)) {
      viewer.next();
      job();

      assertThat(worker.sent()).containsOnly(WHOLE);
    }
  }

  @Test
  void whileAnAgentServesFramesAreWhole() {
    try (WorkerDouble agent = new WorkerDouble(http, "agent", FrameSizeIT::foundNothing);
        BinaryDouble worker = new BinaryDouble(http, "beside")) {
      job();

      assertThat(agent.frames()).isNotEmpty();
      assertThat(worker.sent()).containsOnly(WHOLE);
    }
  }

  private List<JsonObject> job() {
    JobClient jobs = new JobClient(http);
    String job = jobs.submit(Street.clip(), "?sample_fps=1");
    jobs.awaitCompleted(job);
    return jobs.frames(job);
  }

  private static WorkerDouble.Answer foundNothing(JsonObject frame) {
    return WorkerDouble.Answer.of(
        Wire.object(
            "status",
            "result_delivery_failed",
            "result",
            Wire.object(
                "worker_id",
                "agent",
                "frame_id",
                frame.getJsonNumber("frame_id"),
                "detections",
                Wire.list(),
                "processing_time_ms",
                1)));
  }
}
