package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.MjpegViewer;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A finished job's frames: listed, as pictures, as downloads. */
@OnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class JobFramesIT {
  private static final int FRAMES = 30;

  private final Http http;
  private final JobClient jobs;
  private String id;
  private List<JsonObject> frames;

  JobFramesIT(Pool pool) {
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @BeforeEach
  void upload() {
    if (id == null) {
      id = jobs.submit(Traffic.write("frames.mp4", FRAMES), "?sample_fps=0");
      jobs.awaitCompleted(id);
      frames = jobs.frames(id);
    }
  }

  @Test
  void listsPagesByCursor() {
    Reply first = list("?limit=12").expect(200);
    assertThat(first.objects()).isEqualTo(frames.subList(0, 12));
    Reply second = list("?limit=12&cursor=" + first.header("Next-Cursor")).expect(200);
    assertThat(second.objects()).isEqualTo(frames.subList(12, 24));
    Reply third = list("?limit=12&cursor=" + second.header("Next-Cursor")).expect(200);
    assertThat(third.objects()).isEqualTo(frames.subList(24, 30));
    assertThat(third.headers().firstValue("Next-Cursor")).isEmpty();
  }

  @Test
  void listsFramesOfAState() {
    assertThat(list("?state=completed").expect(200).objects()).isEqualTo(frames);
    assertThat(list("?state=").expect(200).objects()).isEqualTo(frames);
    assertThat(list("?state=failed").expect(200).objects()).isEmpty();
    assertThat(list("?state=pending").expect(200).objects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=x",
        "limit=1.5",
        "limit=99999999999999999999",
        "cursor=-1",
        "cursor=x",
        "state=strange",
        "state=COMPLETED"
      })
  void refusesImpossibleParameters(String query) {
    assertThat(list("?" + query).problem(422)).contains(query.substring(0, query.indexOf('=')));
  }

  @Test
  void showsAFrameWithAndWithoutItsDetections() {
    String path = "/jobs/%s/frames/%d/image".formatted(id, JobClient.frameId(frames.get(7)));
    Reply plain = http.get(path + "?annotated=false").expect(200);
    Reply annotated = http.get(path + "?annotated=true").expect(200);
    Reply unsaid = http.get(path, "Accept", "text/html").expect(200);
    Reply viewed = http.get(path + "?viewer=%C3%A4&annotated=false").expect(200);
    assertThat(viewed.body()).isEqualTo(plain.body());
    for (Reply reply : List.of(plain, annotated, unsaid)) {
      assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
      BufferedImage image = MjpegViewer.picture(reply.body());
      assertThat(image.getWidth()).isEqualTo(Traffic.WIDTH);
      assertThat(image.getHeight()).isEqualTo(Traffic.HEIGHT);
    }
    assertThat(annotated.body()).isNotEqualTo(plain.body()).isEqualTo(unsaid.body());
    JsonObject again = http.post("/detect", "image/jpeg", plain.body()).expect(200).object();
    assertThat(Traffic.found(again)).isEqualTo(Traffic.expected(7));
  }

  @Test
  void hasNoPictureOfOtherFrames() {
    http.get("/jobs/%s/frames/9007199254740991/image".formatted(id)).problem(404);
    http.get("/jobs/nothing/frames/%d/image".formatted(JobClient.frameId(frames.get(0))))
        .problem(404);
    String other = jobs.submit(Traffic.write("other.mp4", 3), "?sample_fps=0");
    jobs.awaitCompleted(other);
    long frame = JobClient.frameId(frames.get(0));
    assertThat(http.get("/jobs/%s/frames/%d/image".formatted(other, frame)).problem(404))
        .contains(String.valueOf(frame));
  }

  @Test
  void givesItsResultsAsJson() {
    for (String query : List.of("", "?format=json")) {
      Reply reply = http.get("/jobs/%s/results%s".formatted(id, query)).expect(200);
      assertThat(reply.header("Content-Type")).startsWith("application/json");
      assertThat(reply.header("Content-Disposition")).startsWith("attachment;").contains(".json");
      assertThat(reply.objects()).isEqualTo(frames);
    }
  }

  @Test
  void givesItsResultsAsCsv() {
    Reply reply = http.get("/jobs/%s/results?format=csv".formatted(id)).expect(200);
    assertThat(reply.header("Content-Type")).startsWith("text/csv");
    assertThat(reply.header("Content-Disposition")).startsWith("attachment;").contains(".csv");
    List<String> lines = reply.text().lines().toList();
    assertThat(lines).hasSize(1 + Traffic.objects(FRAMES));
    List<String> columns = List.of(lines.get(0).split(","));
    assertThat(columns).contains("frame_id", "label", "confidence", "x1", "y1", "x2", "y2");
    assertThat(lines).allSatisfy(line -> assertThat(line.split(",", -1)).hasSize(columns.size()));
    assertThat(List.of(lines.get(1).split(",")).get(columns.indexOf("frame_id")))
        .isEqualTo(String.valueOf(JobClient.frameId(frames.get(0))));
  }

  @Test
  void knowsNoOtherFormat() {
    assertThat(http.get("/jobs/%s/results?format=xml".formatted(id)).problem(422))
        .contains("format");
  }

  private Reply list(String query) {
    return http.get("/jobs/%s/frames%s".formatted(id, query));
  }
}
