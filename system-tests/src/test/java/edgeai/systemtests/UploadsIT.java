package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be uploaded, under which names, and what is refused without a trace. */
@OnServers
@Timeout(300)
class UploadsIT {
  private static Path folder;
  private static Path video;

  private final Path uploads;
  private final Http http;
  private final JobClient jobs;

  UploadsIT(Pool pool) {
    this.uploads = pool.coordinator().data().resolve("uploads");
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @BeforeAll
  static void paint() throws IOException {
    folder = Build.emptyFolder("uploads");
    video = Traffic.video(folder.resolve("plain.mp4"), 5).write();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mp4", "mov", "mkv", "webm", "avi", "flv"})
  void takesAllSixContainers(String ending) throws IOException {
    Path file = Traffic.video(folder.resolve("container." + ending), 10).write();
    String id = jobs.submit(file, "?sample_fps=0");
    jobs.awaitCompleted(id);
    jobs.requireTraffic(id, 10);
  }

  @ParameterizedTest
  @CsvSource({
    "../../../../tmp/evil.mp4, evil.mp4",
    "C:\\videos\\a.mp4, a.mp4",
    "/etc/passwd, passwd",
    "Kreuzung Süd №7 🚗.mp4, Kreuzung Süd №7 🚗.mp4",
    "<script>alert(1)</script>.mp4, script>.mp4",
    "video, video",
    ".., video",
    "plain.txt, plain.txt"
  })
  void showsANameAndNeverUsesIt(String name, String shown) {
    JsonObject job = jobs.job(jobs.submit(Upload.named(name, video), ""));
    assertThat(job.getString("filename")).isEqualTo(shown);
    jobs.awaitCompleted(job.getString("job_id"));
    assertThat(Build.filesIn(uploads)).allMatch(file -> file.matches("[0-9a-f]{12}\\.\\w+"));
  }

  @Test
  void keepsTheEndOfALongName() {
    String name = "ü".repeat(296) + ".mp4";
    JsonObject job = jobs.awaitCompleted(jobs.submit(Upload.named(name, video), ""));
    assertThat(job.getString("filename")).isNotEmpty().hasSizeLessThan(300).endsWith("ü.mp4");
  }

  @Test
  void refusesWhatIsNoVideo() throws IOException {
    List<Upload> refused =
        List.of(
            Upload.text("empty.mp4", ""),
            Upload.text("text.mp4", "This is no video at all, though it is called one.\n"),
            Upload.text(
                "playlist.mp4", "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"),
            Upload.text("concat.mp4", "ffconcat version 1.0\nfile '/etc/passwd'\n"),
            Upload.text(
                "flag.mp4", "\u0000\u0000\u0000\u0018ftypisom\u0000\u0000\u0002\u0000isomiso2"),
            Upload.of(TestVideos.audioOnly(folder.resolve("audio.mp4"))),
            Upload.of(TestVideos.cut(video, folder.resolve("headless.mp4"), 0.6)),
            Upload.named(
                "picture.mp4", Files.write(folder.resolve("picture.jpg"), Traffic.picture())));
    for (Upload upload : refused) {
      List<String> files = Build.uploadsIn(uploads);
      int known = http.get("/jobs").array().size();
      upload.to(http, "").problem(400);
      assertThat(Build.uploadsIn(uploads)).isEqualTo(files);
      assertThat(http.get("/jobs").array()).hasSize(known);
    }
  }

  @Test
  void refusesFormsWithoutAFile() {
    List<String> files = Build.uploadsIn(uploads);
    assertThat(Upload.of(video).part("video").to(http, "").problem(400)).contains("file");
    byte[] body = Upload.of(video).body();
    http.post("/upload-video", "multipart/form-data", body).problem(400);
    http.post("/upload-video", "multipart/form-data; boundary=other", body).problem(400);
    http.post("/upload-video", Upload.CONTENT_TYPE, java.util.Arrays.copyOf(body, body.length / 2))
        .problem(400);
    http.post("/upload-video", Upload.CONTENT_TYPE, new byte[0]).problem(400);
    http.post("/upload-video", "application/json", "{}".getBytes()).problem(415);
    assertThat(Build.uploadsIn(uploads)).isEqualTo(files);
  }

  @ParameterizedTest
  @CsvSource({
    "sample_fps, -1",
    "sample_fps, fast",
    "sample_fps, NaN",
    "sample_fps, 1e9",
    "confidence, 1.01",
    "confidence, -0.5",
    "confidence, high",
    "classes, unicorn"
  })
  void refusesImpossibleOptions(String option, String value) {
    List<String> files = Build.uploadsIn(uploads);
    String query = "?%s=%s".formatted(option, value);
    assertThat(Upload.of(video).to(http, query).problem(422)).contains(option);
    assertThat(Upload.of(video).field(option, value).to(http, "").problem(422)).contains(option);
    assertThat(Build.uploadsIn(uploads)).isEqualTo(files);
  }

  @Test
  void doesWhatCanBeReadOfATruncatedVideoAndSaysSo() throws IOException {
    Path whole =
        Traffic.video(folder.resolve("whole.mp4"), 50).muxer("movflags", "+faststart").write();
    String id = jobs.submit(TestVideos.cut(whole, folder.resolve("cut.mp4"), 0.6), "?sample_fps=0");
    JsonObject job = jobs.awaitCompleted(id);
    int done = job.getInt("processed_frames");
    assertThat(done).isBetween(10, 45).isEqualTo(job.getInt("total_frames"));
    assertThat(job.getString("warning"))
        .isEqualTo("The video ends early: %d of 50 frames could be read.".formatted(done));
    assertThat(job.isNull("error")).isTrue();
    assertThat(jobs.frames(id)).hasSize(done);
    assertThat(Traffic.found(jobs.frames(id).get(9))).isEqualTo(Traffic.expected(9));
  }
}
