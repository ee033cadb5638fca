package edgeai.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.access.Role;
import edgeai.systemtests.fixture.Doors;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.MjpegViewer;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.Upload;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A coordinator behind real reverse proxies, by the project's own files for them. */
@OnServers
@Tag("long")
@Timeout(300)
class ProxyIT {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final String NAME = "anna-behind-a-proxy";
  private static final String PASSWORD = "correct horse";
  private static final String LOGIN = "{\"user\":\"%s\",\"password\":\"%s\"}";

  private final ServerProcess coordinator;

  ProxyIT(Pool pool) {
    this.coordinator = pool.coordinator();
  }

  @ParameterizedTest
  @EnumSource(Proxy.class)
  void passesOnAllThatBrowsersDo(Proxy proxy) throws IOException, InterruptedException {
    try (Doors doors = new Doors(coordinator);
        ProxyServer server = ProxyServer.start(proxy, coordinator.port())) {
      server.http().get("/jobs").problem(401);
      doors.createAccount(NAME, Role.OPERATOR, PASSWORD);
      try {
        useAllOf(loggedIn(server.http()));
      } finally {
        doors.removeAccount(NAME);
      }
    }
  }

  private Http loggedIn(Http http) {
    String own = http.origin();
    Http page = http.sending("Origin", own);
    Reply login =
        await("the account counts")
            .atMost(SOON)
            .pollInterval(Duration.ofSeconds(1))
            .until(
                () -> page.post("/login", LOGIN.formatted(NAME, PASSWORD)),
                answer -> answer.status() == 200);
    assertThat(login.header("Set-Cookie")).contains("; Secure", "HttpOnly");
    return http.sending("Origin", own, "Cookie", login.header("Set-Cookie").split(";", 2)[0]);
  }

  private void useAllOf(Http anna) throws IOException {
    JobClient jobs = new JobClient(anna);
    try (Listener listener = Listener.ofEvents(anna)) {
      jobs.awaitCompleted(jobs.submit(Traffic.write("proxied.mp4", 30), ""));
      listener.await("metrics", metrics -> true);
    }
    try (MjpegViewer viewer = new MjpegViewer(anna)) {
      assertThat(viewer.next()).isNotEmpty();
      assertThat(viewer.next()).as("while the stream goes on").isNotEmpty();
    }
    anna.post("/login", "x".repeat((1 << 20) + 1)).problem(413);
    requireThatAnUploadArrivesAsItIsSent(anna);
  }

  /** Half of it is there while the other half is not sent. */
  private void requireThatAnUploadArrivesAsItIsSent(Http http) throws IOException {
    byte[] body = Upload.of(Traffic.write("proxied.mp4", 30)).body();
    PipedOutputStream sent = new PipedOutputStream();
    PipedInputStream in = new PipedInputStream(sent, body.length);
    CompletableFuture<Reply> answer =
        CompletableFuture.supplyAsync(
            () ->
                http.send(
                    "POST",
                    "/upload-video",
                    Upload.CONTENT_TYPE,
                    BodyPublishers.ofInputStream(() -> in)));
    try {
      sent.write(body, 0, body.length / 2);
      sent.flush();
      await("the first half is at the server").atMost(SOON).until(() -> uploads() == 1);
      sent.write(body, body.length / 2, body.length - body.length / 2);
    } finally {
      sent.close();
    }
    answer.join().expect(200);
  }

  private double uploads() {
    String metrics = coordinator.http().get("/metrics", "Accept", "text/plain").text();
    return new ExpositionText(metrics).value("edge_uploads_running").orElseThrow();
  }
}
