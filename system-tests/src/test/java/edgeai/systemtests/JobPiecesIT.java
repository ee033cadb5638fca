package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Remux;
import edgeai.systemtests.fixture.AgentProcess;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.DistantTraffic;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which way videos go to workers: in pieces, as single frames, or both. */
@OnServers
@Timeout(400)
class JobPiecesIT {
  private static final int FRAMES = 50;
  private static final int MANY = 800;
  private static final String AGENT = "agent beside others";

  private final Http http;
  private final JobClient jobs;

  JobPiecesIT(Pool pool) {
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  private static void requirePieces(JsonObject job) {
    assertThat(job.getString("mode")).as("%s", job).isEqualTo("pieces");
    assertThat(job).containsEntry("mode_reason", JsonValue.NULL);
  }

  @Test
  void aVideoThatNobodyKnowsHowToCutGoesFrameByFrame() {
    String id = jobs.submit(Traffic.write("uncut.flv", FRAMES), "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);

    assertThat(job.getString("mode")).isEqualTo("frames");
    assertThat(job.getString("mode_reason")).startsWith("The video ").endsWith(".");
    assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
    jobs.requireTraffic(id, FRAMES);
  }

  @Test
  void aFrameThatCannotBeDecodedFailsWithTheReasonAndTheOthersAreRight() throws IOException {
    int bad = 30;
    Path folder = Build.emptyFolder("videos-one-bad");
    Path whole = Traffic.video(folder.resolve("whole.mov"), FRAMES).encoder("png").write();
    Path damaged =
        Remux.of(whole)
            .packets((number, packet) -> number != bad || spoil(packet))
            .to(folder.resolve("one-bad.mov"));
    String id = jobs.submit(damaged, "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);

    requirePieces(job);
    assertThat(job.getInt("total_frames")).isEqualTo(FRAMES);
    assertThat(job.getInt("failed_frames")).isEqualTo(1);
    List<JsonObject> frames = jobs.frames(id);
    assertThat(frames).hasSize(FRAMES);
    for (JsonObject frame : frames) {
      int index = frame.getInt("frame_index");
      if (index == bad) {
        assertThat(frame.getString("status")).as("%s", frame).isEqualTo("failed");
        assertThat(frame.getString("error")).as("%s", frame).startsWith("The video ");
        assertThat(frame.getJsonArray("attempt_log"))
            .as("first in pieces, by more than one worker")
            .hasSizeGreaterThan(1);
        // never that of the frame that has its number where it is not counted
        http.get("/jobs/%s/frames/%d/image".formatted(id, JobClient.frameId(frame))).problem(404);
      } else {
        assertThat(Traffic.found(frame)).as("%s", frame).isEqualTo(Traffic.expected(index));
      }
    }
  }

  @Test
  void framesThatShowNothingNewTakeWhatWasFoundBeforeWhoeverDoesThem() throws IOException {
    int still = 20;
    int frames = 400;
    Path video =
        Traffic.slow(Build.emptyFolder("videos-still").resolve("still.mp4"), frames, still)
            .keys(25)
            .write();
    http.post("/upload-video?skip_still=sometimes", "multipart/form-data; boundary=b", new byte[0])
        .problem(422);
    String whole = jobs.submit(video, "?sample_fps=0");
    String first = jobs.submit(video, "?sample_fps=0&skip_still=safe");
    String again = jobs.submit(video, "?sample_fps=0&skip_still=safe");
    JsonObject plain = jobs.awaitCompleted(whole);
    JsonObject job = jobs.awaitCompleted(first);
    jobs.awaitCompleted(again);

    requirePieces(job);
    assertThat(plain.getString("skip_still")).isEqualTo("off");
    assertThat(plain.getInt("reused_frames")).isZero();
    assertThat(job.getString("skip_still")).isEqualTo("safe");
    assertThat(job.getInt("reused_frames")).isBetween(frames * 6 / 10, frames * 3 / 4);
    assertThat(job.getInt("processed_frames")).isEqualTo(frames);
    assertThat(job.getInt("detections_found")).isEqualTo(plain.getInt("detections_found"));
    List<JsonObject> done = jobs.frames(first);
    long begin = JobClient.frameId(done.get(0));
    for (JsonObject frame : done) {
      int index = frame.getInt("frame_index");
      assertThat(Traffic.found(frame)).as("%s", frame).isEqualTo(Traffic.expected(index / still));
      if (!frame.isNull("reused_from")) {
        JsonObject source =
            done.get((int) (frame.getJsonNumber("reused_from").longValue() - begin));
        assertThat(source.getInt("frame_index")).isBetween(index - 3, index - 1);
        assertThat(source).containsEntry("reused_from", JsonValue.NULL);
      }
    }
    assertThat(done.stream().filter(frame -> !frame.isNull("reused_from")))
        .hasSize(job.getInt("reused_frames"));
    assertThat(reuse(jobs.frames(again))).isEqualTo(reuse(done));
  }

  @Test
  void framesThatShowNothingNewAreToldApartWhereAJobGoesByFramesToo() throws IOException {
    int still = 20;
    int frames = 300;
    Path video =
        Traffic.slow(Build.emptyFolder("videos-still-frames").resolve("still.flv"), frames, still)
            .write();
    String first = jobs.submit(video, "?sample_fps=0&skip_still=fast");
    JsonObject job = jobs.awaitCompleted(first);
    List<JsonObject> done = jobs.frames(first);
    String whole = jobs.submit(video, "?sample_fps=0");
    String beside = jobs.submit(video, "?sample_fps=0&skip_still=fast");
    jobs.awaitCompleted(whole);
    jobs.awaitCompleted(beside);

    assertThat(job.getString("mode")).isEqualTo("frames");
    assertThat(job).containsEntry("warning", JsonValue.NULL);
    assertThat(job.getInt("processed_frames")).isEqualTo(frames);
    assertThat(job.getInt("reused_frames")).isBetween(frames * 8 / 10, frames * 19 / 20);
    for (JsonObject frame : done) {
      int index = frame.getInt("frame_index");
      assertThat(Traffic.found(frame)).as("%s", frame).isEqualTo(Traffic.expected(index / still));
    }
    assertThat(reuse(jobs.frames(beside))).isEqualTo(reuse(done));
  }

  /** Of each frame, how far back the one is that was inferred in its place, and the change. */
  private static List<String> reuse(List<JsonObject> frames) {
    return frames.stream()
        .map(
            frame ->
                frame.isNull("reused_from")
                    ? "inferred"
                    : "%d %s"
                        .formatted(
                            JobClient.frameId(frame)
                                - frame.getJsonNumber("reused_from").longValue(),
                            frame.get("change")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"far.mp4, pieces", "far.flv, frames"})
  void smallThingsAreFoundInTilesWhoeverDoesThem(String name, String mode) throws IOException {
    int frames = 48;
    Path video =
        DistantTraffic.video(Build.emptyFolder("videos-" + name).resolve(name), frames)
            .keys(12)
            .write();
    String whole = jobs.submit(video, "?sample_fps=5");
    String six = jobs.submit(video, "?sample_fps=0&tiles=3x2");
    String still = jobs.submit(video, "?sample_fps=0&tiles=3x2&skip_still=safe");
    JsonObject plain = jobs.awaitCompleted(whole);
    JsonObject job = jobs.awaitCompleted(six);
    JsonObject gated = jobs.awaitCompleted(still);

    assertThat(plain.getString("tiles")).isEqualTo("1x1");
    assertThat(plain.getString("tiles_taken")).isEqualTo("1x1");
    assertThat(plain.getInt("detections_found")).as("too small for it").isZero();
    assertThat(job.getString("tiles")).isEqualTo("3x2");
    assertThat(job.getString("tiles_taken")).isEqualTo("3x2");
    assertThat(job.getString("mode")).isEqualTo(mode);
    List<JsonObject> done = jobs.frames(six);
    assertThat(done).hasSize(frames);
    for (JsonObject frame : done) {
      assertThat(Traffic.found(frame))
          .as("%s", frame)
          .isEqualTo(DistantTraffic.expected(frame.getInt("frame_index")));
    }
    assertThat(done.stream().map(frame -> frame.getString("worker_id")).distinct())
        .as("the coordinator's own and a remote one")
        .contains("coordinator-local")
        .hasSizeGreaterThan(1);
    assertThat(gated.getInt("detections_found")).isEqualTo(job.getInt("detections_found"));
  }

  @Test
  void tilesAreChosenByTheVideosSizeAndOthersThanThoseOnTheListAreRefused() throws IOException {
    http.post("/upload-video?tiles=4x4", "multipart/form-data; boundary=b", new byte[0])
        .problem(422);
    Path video =
        DistantTraffic.video(Build.emptyFolder("videos-auto").resolve("auto.mp4"), 5).write();
    String large = jobs.submit(video, "?tiles=auto");
    String small = jobs.submit(Traffic.write("auto-small.mp4", 5), "?tiles=auto");

    assertThat(jobs.awaitCompleted(large).getString("tiles_taken")).isEqualTo("2x1");
    JsonObject job = jobs.awaitCompleted(small);
    assertThat(job.getString("tiles")).isEqualTo("auto");
    assertThat(job.getString("tiles_taken")).isEqualTo("1x1");
  }

  /** What makes it a PNG goes. */
  private static boolean spoil(AVPacket packet) {
    for (int i = 0; i < packet.size(); i++) {
      packet.data().put(i, (byte) (i * 31));
    }
    return true;
  }

  @Test
  @EnabledIf(
      value = "edgeai.systemtests.fixture.AgentProcess#canRun",
      disabledReason = "the agent needs node 20 or later on the PATH")
  void anAgentThatTakesPicturesDoesSomeOfAJobThatOthersDoInPieces() {
    Path video = Traffic.write("mixed.mp4", MANY);
    try (AgentProcess agent = AgentProcess.start(http.origin(), AGENT, Map.of())) {
      String id = jobs.submit(video, "?sample_fps=0");
      JsonObject job = jobs.awaitCompleted(id);
      agent.terminate();

      requirePieces(job);
      assertThat(job.getInt("failed_frames")).isZero();
      List<JsonObject> frames = jobs.frames(id);
      assertThat(frames).extracting(frame -> frame.getInt("frame_index")).hasSize(MANY);
      List<JsonObject> ofAgent = frames.stream().filter(JobPiecesIT::isOfAgent).toList();
      assertThat(ofAgent).hasSizeBetween(1, MANY - 1);
      ofAgent.forEach(JobPiecesIT::requireWholePicture);
      requireSumOfPicture(id, ofAgent.get(0));
      requireSumOfPicture(id, ofAgent.get(ofAgent.size() - 1));
      frames.stream()
          .filter(frame -> !isOfAgent(frame))
          .forEach(
              frame ->
                  assertThat(Traffic.found(frame))
                      .as("%s", frame)
                      .isEqualTo(Traffic.expected(frame.getInt("frame_index"))));
    }
  }

  private static boolean isOfAgent(JsonObject frame) {
    return frame.getString("worker_id").equals(AGENT);
  }

  /** What the agent says of every frame: its size. */
  private static void requireWholePicture(JsonObject frame) {
    JsonObject found = frame.getJsonArray("detections").getJsonObject(0);
    assertThat(found.getString("label")).isEqualTo("picture");
    assertThat(found.getJsonObject("box"))
        .isEqualTo(Wire.object("x1", 0, "y1", 0, "x2", Traffic.WIDTH, "y2", Traffic.HEIGHT));
  }

  /** And a sum of the bytes that it got, which are those of this very frame. */
  private void requireSumOfPicture(String id, JsonObject frame) {
    byte[] jpeg =
        http.get("/jobs/%s/frames/%d/image?annotated=false".formatted(id, JobClient.frameId(frame)))
            .expect(200)
            .body();
    long sum = 0;
    for (byte b : jpeg) {
      sum += b & 0xff;
    }
    assertThat(JobClient.detections(frame).get(0).confidence()).isEqualTo(sum % 1000 / 1000.0);
  }
}
