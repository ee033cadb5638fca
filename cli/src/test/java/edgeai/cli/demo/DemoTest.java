package edgeai.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import edgeai.cli.client.PoolClient;
import edgeai.cli.client.Web;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.follow.ServerWatch;
import edgeai.cli.follow.SharedProgress;
import edgeai.cli.run.Children;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DemoTest {
  private static final String CAR =
      "{\"label\":\"car\",\"box\":{\"x1\":0,\"y1\":0,\"x2\":10,\"y2\":10}%s}";
  private static final String FRAMES =
      """
      [{"status":"completed","frame_index":0,"worker_id":"w","processing_time_ms":20,
        "object_counts":{"car":1},"detections":[%s]},
       {"status":"failed","frame_index":1}]"""
          .formatted(CAR.formatted(""));

  @TempDir private Path folder;
  private final PlainServer server = new PlainServer();

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void aJobIsSentFollowedAndShown() throws IOException, InterruptedException {
    Path video = Files.writeString(folder.resolve("own.mp4"), "x");
    server
        .answers("POST /upload-video", 200, "{\"job_id\":\"j\"}")
        .answers(
            "GET /jobs/j",
            200,
            """
            {"status":"completed","processed_frames":1,"failed_frames":1,"total_frames":2,
             "detections_found":1,"started_at":"2026-01-01T12:00:00Z",
             "completed_at":"2026-01-01T12:00:04Z","warning":"one is dark"}""")
        .answers("GET /workers", 200, "[{\"worker_id\":\"w\",\"pieces_processed\":3}]")
        .answers("GET /jobs/j/frames?limit=500", 200, FRAMES);
    SpokenLines said = new SpokenLines();
    RunFile file =
        new RunFile(folder.resolve("coordinator"), 1, server.address(), Optional.empty(), false, 1);
    Web web = new Web();
    DemoOrder order = new DemoOrder(video, folder.resolve("street.mp4"), "");
    int status =
        new Demo(
                said.console(),
                web,
                order,
                List.of(
                    new ServerWatch(
                        file, web, said.console(), new Children(), new SharedProgress())))
            .run();
    assertThat(status).isZero();
    assertThat(said.lines())
        .containsExactly(
            "12:00:00  demo         own.mp4 uploaded, job j",
            "",
            "object  detections  frames",
            "car              1       1",
            "",
            "worker  frames  share  pieces  ms a frame",
            "w            1  100 %       3        20.0",
            "",
            "12:00:00  demo         job completed: 1 of 2 frames, 1 detections in 4.0 s, 0.5 fps; one is dark");
  }

  @Test
  void whatWasFoundStandsBesideWhatIsThere() throws IOException, InterruptedException {
    server
        .answers("GET /model", 200, "{\"classes\":[\"car\",\"bus\"]}")
        .answers("GET /workers", 200, "[{\"worker_id\":\"w\",\"pieces_processed\":3}]")
        .answers("GET /jobs/j/frames?limit=500", 200, FRAMES);
    GroundTruth truth = truth("{\"index\":0,\"objects\":[%s]}".formatted(CAR.formatted("")));
    List<String> lines =
        JobTables.of(new PoolClient(new Web(), server.address()), "j", Optional.of(truth));
    assertThat(lines)
        .contains(
            "object  detections  frames  counted  ground truth  difference",
            "total            1       1        1             1      +0.0 %",
            "The counts agree with the clip's ground truth: +0.0 % in total.");
  }

  @Test
  void whatIsTooHiddenToBeAskedForIsNeitherRightNorWrong() throws IOException {
    GroundTruth truth =
        truth("{\"index\":0,\"objects\":[%s]}".formatted(CAR.formatted(",\"ignore\":true")));
    Comparison comparison = new Comparison(truth, Web.read("[\"car\"]"));
    comparison.add(Web.read(FRAMES).get(0));
    assertThat(comparison.words().getFirst()).contains("nothing to compare");
    assertThat(comparison.of("car")).containsExactly("0", "0", "-");
    assertThat(comparison.of("bird")).containsExactly("-", "-", "-");
  }

  @Test
  void aGroundTruthThatIsNoneIsToldOf() throws IOException {
    Path file = Files.writeString(folder.resolve("clip.json"), "{");
    assertThatThrownBy(() -> GroundTruth.read(file)).hasMessageContaining("is no ground truth");
    assertThatThrownBy(() -> GroundTruth.read(folder.resolve("none.json")))
        .hasMessageContaining("cannot be read");
  }

  @Test
  void boxesOverlapAsTheirAreasDo() throws IOException {
    Rectangle box = new Rectangle(0, 0, 10, 10);
    assertThat(box.overlap(box)).isEqualTo(1);
    assertThat(box.overlap(new Rectangle(5, 0, 15, 10))).isEqualTo(50.0 / 150);
    assertThat(box.overlap(new Rectangle(20, 20, 30, 30))).isZero();
    assertThat(box.shareIn(new Rectangle(0, 0, 5, 10))).isEqualTo(0.5);
    assertThat(new Rectangle(1, 1, 1, 1).shareIn(box)).isZero();
  }

  @Test
  void aJobThatRunsIsToldInOneLine() throws IOException {
    JsonNode job = Web.read("{\"processed_frames\":40,\"total_frames\":100,\"fps\":0.5}");
    assertThat(JobLine.progress(job)).isEqualTo("40 of 100 frames, 0.5 fps, 2:00 left");
    assertThat(JobLine.progress(Web.read("{}"))).isEqualTo("0 of 0 frames");
  }

  private GroundTruth truth(String frame) throws IOException {
    return GroundTruth.read(
        Files.writeString(folder.resolve("street.json"), "{\"frames\":[%s]}".formatted(frame)));
  }
}
