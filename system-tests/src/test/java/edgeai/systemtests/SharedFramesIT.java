package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.Role;
import edgeai.access.Secret;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.MjpegViewer;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Traffic;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links by which others see one frame, and nothing else. */
@OnServers
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class SharedFramesIT {
  private final Pool pool;
  private final Http http;
  private final JobClient jobs;
  private Doors doors;
  private String id;
  private List<JsonObject> frames;

  SharedFramesIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
    this.jobs = new JobClient(http);
  }

  @BeforeEach
  void upload() {
    doors = new Doors(pool.coordinator());
    if (id == null) {
      id = jobs.submit(Traffic.write("shared.mp4", 3), "?sample_fps=0");
      jobs.awaitCompleted(id);
      frames = jobs.frames(id);
    }
  }

  @AfterEach
  void close() {
    doors.close();
  }

  private Reply make(String body, String... headers) {
    String path = "/jobs/%s/frames/%d/links".formatted(id, JobClient.frameId(frames.get(1)));
    return http.post(path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
  }

  private static String path(Reply made) {
    return URI.create(made.expect(201).object().getString("url")).getPath();
  }

  /** As somebody who has the link, from elsewhere, and nothing else. */
  private Reply see(String path) {
    return http.get(path, Doors.headers(Optional.empty()));
  }

  @Test
  void whoHasALinkSeesItsFrameAndNothingElse() {
    Reply made = make("{}");
    assertThat(made.expect(201).object().getString("url")).startsWith(http.origin() + "/share/");
    assertThat(Instant.parse(made.object().getString("expires_at")))
        .isBetween(
            Instant.now().plus(Duration.ofDays(7)).minusSeconds(60),
            Instant.now().plus(Duration.ofDays(7)));
    String link = path(made);
    Reply page = see(link).expect(200);
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("shared.mp4", link + "/image").doesNotContain(id);
    Reply image = see(link + "/image").expect(200);
    assertThat(MjpegViewer.picture(image.body()).getWidth()).isEqualTo(Traffic.WIDTH);
    for (Reply reply : List.of(page, image)) {
      assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
      assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
      assertThat(reply.header("X-Robots-Tag")).contains("noindex");
    }
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
    String secret = link.substring("/share/".length());
    Secret token = new Secret(secret);
    assertThat(http.get("/jobs", Doors.headers(Optional.of(token))).status()).isEqualTo(401);
    assertThat(see("/jobs/" + id).status()).isEqualTo(401);
  }

  @Test
  void aLinkThatWasTouchedShowsNothing() {
    String link = path(make("{}"));
    long frame = JobClient.frameId(frames.get(1));
    long other = JobClient.frameId(frames.get(2));
    for (String touched :
        List.of(
            link.replace("/share/" + frame, "/share/" + other),
            link.substring(0, link.length() - 4),
            "/share/x")) {
      assertThat(see(touched).problem(410)).as(touched).contains("shows nothing");
      assertThat(see(touched + "/image").problem(410)).as(touched).contains("shows nothing");
    }
    Reply page = http.get("/share/x", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(page.expect(410).header("Content-Type")).startsWith("text/html");
    assertThat(page.text()).contains("shows nothing any more");
  }

  @Test
  void aLinkEndsInItsTime() {
    String link = path(make("{\"expires\":\"%s\"}".formatted(Instant.now().plusSeconds(2))));
    await().atMost(Duration.ofSeconds(10)).until(() -> see(link).status() == 410);
    assertThat(see(link + "/image").status()).isEqualTo(410);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "31"})
  void aLinkHasADecentTime(int days) {
    Instant expires = Instant.now().plus(Duration.ofDays(days));
    assertThat(make("{\"expires\":\"%s\"}".formatted(expires)).problem(422)).contains("expires");
  }

  @Test
  void aLinkEndsWithWhoMadeIt() {
    Secret token = doors.create("guide", Role.OPERATOR);
    String link = path(make("{}", Doors.headers(Optional.of(token))));
    assertThat(see(link).status()).isEqualTo(200);
    doors.revoke("guide");
    await().atMost(Duration.ofSeconds(2)).until(() -> see(link).status() == 410);
  }

  @Test
  void allLinksEndAtOnce() {
    String link = path(make("{}"));
    http.delete("/links").expect(204);
    assertThat(see(link).status()).isEqualTo(410);
    assertThat(see(path(make("{}"))).status()).isEqualTo(200);
  }

  @Test
  void aLinkEndsWithItsJob() {
    String other = jobs.submit(Traffic.write("shared-and-gone.mp4", 3), "?sample_fps=0");
    jobs.awaitCompleted(other);
    long frame = JobClient.frameId(jobs.frames(other).get(0));
    String link = path(http.post("/jobs/%s/frames/%d/links".formatted(other, frame), "{}"));
    assertThat(see(link).status()).isEqualTo(200);
    http.delete("/jobs/" + other).expect(200);
    assertThat(see(link).status()).isEqualTo(410);
  }

  @Test
  void thereIsNoLinkToAFrameOfAnotherJob() {
    long frame = JobClient.frameId(frames.get(0));
    assertThat(http.post("/jobs/nothing/frames/%d/links".formatted(frame), "{}").problem(404))
        .contains("has no frame");
  }
}
