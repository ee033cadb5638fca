package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import edgeai.common.fixture.TestVideos;
import edgeai.systemtests.fixture.BareCoordinator;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Coco;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A coordinator that was told of no model, has no worker and small limits. */
@OnServers
@Timeout(300)
class BareCoordinatorIT {
  private static Path folder;

  private final BareCoordinator bare;
  private final Http http;
  private final JobClient jobs;

  BareCoordinatorIT(BareCoordinator bare) {
    this.bare = bare;
    this.http = bare.http();
    this.jobs = new JobClient(http);
  }

  @BeforeAll
  static void prepare() {
    folder = Build.emptyFolder("bare-uploads");
  }

  @Test
  void hasTheModelThatWasTrainedOnPhotographs() {
    assumeTrue(Coco.isThere(), "this build has no coco.onnx");
    JsonObject model = http.get("/model").expect(200).object();
    assertThat(model.getString("name")).isEqualTo("coco");
    assertThat(http.get("/health").expect(200).object()).containsEntry("model", model);
    String sha256 = model.getString("sha256");
    assertThat(http.get("/model/" + sha256).expect(200).body())
        .satisfies(file -> assertThat(Coco.file()).hasBinaryContent(file));
    http.get("/model/" + "0".repeat(64)).problem(404);
    assertThat(Build.filesIn(bare.server().data().resolve("models"))).contains(sha256 + ".onnx");
  }

  @Test
  void hasNoWorker() {
    assertThat(http.get("/workers").expect(200).array()).isEmpty();
    http.post("/detect", "image/jpeg", Traffic.picture()).problem(503);
    http.post(
            "/process-frame",
            object(
                "task_id",
                "t",
                "frame_id",
                1,
                "jpeg_b64",
                Base64.getEncoder().encodeToString(Traffic.picture())))
        .problem(503);
    http.delete("/workers/coordinator-local").problem(404);
  }

  @Test
  void keepsAJobThatNobodyCanDoUntilItIsCancelled() throws IOException {
    Path video = Traffic.video(folder.resolve("nobody.mp4"), 5).write();
    String id = jobs.submit(video, "?sample_fps=0");
    await("the frames wait for a worker")
        .atMost(Duration.ofMinutes(1))
        .until(() -> http.get("/queue/stats").expect(200).object().getInt("pending") == 5);
    assertThat(jobs.job(id).getString("status")).isEqualTo("processing");
    http.delete("/jobs/" + id).expect(200);
    JsonObject job = jobs.awaitEnd(id);
    assertThat(job.getString("status")).isEqualTo("failed");
    assertThat(job.getString("error")).isEqualTo("cancelled");
    assertThat(job.getInt("processed_frames")).isZero();
  }

  @Test
  void refusesAnUploadThatIsTooLarge() {
    String most = "x".repeat(BareCoordinator.MAX_UPLOAD_BYTES);
    Upload.text("just.mp4", most).to(http, "").problem(400);
    assertThat(Upload.text("large.mp4", most + "x").to(http, "").problem(413))
        .contains(String.valueOf(BareCoordinator.MAX_UPLOAD_BYTES));
    assertThat(Build.filesIn(bare.server().data().resolve("uploads")))
        .noneMatch(file -> file.endsWith(".part"));
  }

  @Test
  void refusesAnUploadThatIsMuchTooLarge() {
    String huge = "x".repeat(20 * BareCoordinator.MAX_UPLOAD_BYTES);
    Upload.text("huge.mp4", huge).to(http, "").problem(413);
  }

  @Test
  void refusesTooManyPixels() throws IOException {
    Path video = TestVideos.video(folder.resolve("wide.mp4")).size(1280, 720).frames(2).write();
    Reply reply = Upload.of(video).to(http, "");
    assertThat(reply.problem(400)).contains("1280");
  }

  @Test
  void refusesTooManySeconds() throws IOException {
    int frames = BareCoordinator.MAX_VIDEO_SECONDS + 5;
    Path video =
        TestVideos.video(folder.resolve("long.mp4")).size(64, 64).fps(1).frames(frames).write();
    assertThat(Upload.of(video).to(http, "").problem(400))
        .contains(String.valueOf(BareCoordinator.MAX_VIDEO_SECONDS));
  }

  @Test
  void letsOnlyListedOriginsCall() {
    for (String origin : List.of("https://board.example", "http://tablet.example:4200")) {
      assertThat(http.get("/workers", "Origin", origin).header("Access-Control-Allow-Origin"))
          .isEqualTo(origin);
    }
    for (String origin : List.of("http://localhost:4200", "http://board.example")) {
      assertThat(
              http.get("/workers", "Origin", origin)
                  .headers()
                  .firstValue("Access-Control-Allow-Origin"))
          .isEmpty();
    }
  }
}
