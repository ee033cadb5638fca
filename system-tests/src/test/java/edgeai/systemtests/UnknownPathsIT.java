package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths and methods that do not exist are problems too, whatever a client accepts. */
@OnServers
class UnknownPathsIT {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8";

  private final ServerProcess coordinator;
  private final ServerProcess worker;

  UnknownPathsIT(Pool pool) {
    coordinator = pool.coordinator();
    worker = pool.workers().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/nothing/at/all.html",
        "/workers/x/y/z",
        "/jobs/x/y",
        "/jobs/x/timeline/y",
        "/ws/events",
        "/ws/nothing",
        "/results/frames/1/2",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/a;b=c",
        "/a%20b",
        "/%C3%A4",
        "/application.wadl",
        "/index.jsp",
        "/index.php?a=b"
      })
  void aPathThatDoesNotExistIsAProblem(String path) {
    for (Http http : servers()) {
      for (String accept : List.of("*/*", BROWSER, "application/json", "image/png")) {
        Reply reply = http.get(path, "Accept", accept);
        assertThat(reply.status()).as(reply.call()).isIn(400, 404);
        reply.problem(reply.status());
      }
      http.post(path, "{}").problem(http.post(path, "{}").status());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /workers",
    "POST, /workers",
    "GET, /register-worker",
    "DELETE, /register-worker",
    "GET, /heartbeat/x",
    "PUT, /workers/x",
    "GET, /upload-video",
    "POST, /jobs",
    "PATCH, /jobs/x",
    "POST, /jobs/x/timeline",
    "PUT, /results",
    "DELETE, /results",
    "POST, /results/summary",
    "POST, /metrics",
    "DELETE, /alerts",
    "POST, /queue/stats",
    "GET, /queue/acknowledge/x",
    "POST, /health",
    "POST, /model",
    "GET, /detect",
    "POST, /admin-analytics",
    "POST, /video-stream",
    "PUT, /video-stream"
  })
  void aMethodThatIsNotTakenIsAProblem(String method, String path) {
    assertThat(call(coordinator, method, path).problem(405)).contains(path);
  }

  @ParameterizedTest
  @CsvSource({"GET, /process-frame", "POST, /health", "PUT, /metrics", "NONE, /process-piece"})
  void aMethodThatAWorkerDoesNotTakeIsAProblem(String method, String path) {
    assertThat(call(worker, method, path).problem(405)).contains(path);
  }

  private static Reply call(ServerProcess server, String method, String path) {
    return server.http().send(method, path, BodyPublishers.noBody(), "Accept", BROWSER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health",
        "/workers",
        "/jobs",
        "/results",
        "/results/summary",
        "/results/frames",
        "/alerts",
        "/queue/stats",
        "/model"
      })
  void theContractsPathsAnswerJsonToBrowsers(String path) {
    for (String accept : List.of(BROWSER, "text/html", "application/xml", "image/*")) {
      Reply reply = coordinator.http().get(path, "Accept", accept).expect(200);
      assertThat(reply.header("Content-Type")).startsWith("application/json");
      assertThat(reply.text()).startsWith(reply.text().charAt(0) == '[' ? "[" : "{");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /health HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n",
        "GET /<script> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
      })
  void aRequestThatIsNoHttpGetsNoPage(String request) {
    try (RawConnection connection = RawConnection.to(coordinator)) {
      String answer = connection.send(request).readToEnd(Duration.ofSeconds(60));
      assertThat(answer).doesNotContainIgnoringCase("<html", "exception", "\tat ", "root:");
    }
  }

  private List<Http> servers() {
    return Stream.of(coordinator, worker).map(ServerProcess::http).toList();
  }
}
