package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages of other origins may call, where {@code CORS_ORIGINS} is not set. */
@OnServers
class CorsIT {
  private static final String ALLOWED = "Access-Control-Allow-Origin";

  private static final String ASKED = "%s %s HTTP/1.1\r\n%s\r\nConnection: close\r\n\r\n";

  private final Pool pool;
  private final Http http;

  CorsIT(Pool pool) {
    this.pool = pool;
    this.http = pool.http();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://localhost:4200",
        "http://localhost:4201",
        "http://127.0.0.1:4200",
        "http://[::1]:4200",
        "https://localhost"
      })
  void loopbackPagesMayCall(String origin) {
    for (String path : new String[] {"/workers", "/metrics", "/jobs/nothing", "/nothing"}) {
      Reply reply = http.get(path, "Origin", origin);
      assertThat(reply.header(ALLOWED)).as(path).isEqualTo(origin);
      assertThat(reply.headers().allValues(ALLOWED)).hasSize(1);
      assertThat(reply.headers().allValues("Vary")).contains("Origin", "Accept-Encoding");
      assertThat(reply.header("Access-Control-Allow-Credentials")).isNotEqualTo("true");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "http://localhost.evil.example:4200",
        "http://evil.example#localhost",
        "http://localhost@evil.example",
        "http://127.0.0.1.evil.example",
        "null",
        "localhost",
        "file://"
      })
  void pagesOfStrangersMayNot(String origin) {
    Reply reply = http.get("/workers", "Origin", origin).expect(200);
    assertThat(reply.headers().firstValue(ALLOWED)).isEmpty();
    assertThat(preflight("/results", origin).headers().firstValue(ALLOWED)).isEmpty();
  }

  @Test
  void pagesOfTheSameHostNameMayCallFromAnyPort() {
    String request =
        """
        GET /workers HTTP/1.1\r
        Host: edge.localhost:8000\r
        Origin: %s\r
        Connection: close\r
        \r
        """;
    assertThat(raw(request.formatted("http://edge.localhost:4200")))
        .contains(ALLOWED + ": http://edge.localhost:4200");
    assertThat(raw(request.formatted("http://other.localhost:4200"))).doesNotContain(ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/workers", "/video-stream", "/ws/events", "/nothing", "/dashboard/"})
  void aNameOfSomebodyElseLeadsToNothing(String path) {
    assertThat(raw(ASKED.formatted("GET", path, "Host: evil.example:8000\r\nContent-Length: 0")))
        .contains(" 421 ")
        .contains("ALLOWED_HOSTS")
        .doesNotContain("worker_id");
    assertThat(
            raw(
                ASKED.formatted(
                    "GET",
                    path,
                    """
                    Host: evil.example:8000\r
                    Origin: http://evil.example:8000\r
                    Upgrade: websocket\r
                    Sec-WebSocket-Version: 13\r
                    Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\
                    """)))
        .contains(" 421 ");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /heartbeat/coordinator-local",
    "POST, /register-worker",
    "POST, /upload-video",
    "POST, /queue/acknowledge/x",
    "DELETE, /workers/coordinator-local",
    "DELETE, /jobs/x",
    "PUT, /model"
  })
  void pagesOfStrangersChangeNothing(String method, String path) {
    for (String page : new String[] {"Origin: null", "Sec-Fetch-Site: cross-site"}) {
      String head = "Host: localhost\r\nContent-Length: 0\r\n" + page;
      assertThat(raw(ASKED.formatted(method, path, head))).contains(" 403 ", "CORS_ORIGINS");
    }
    http.send(method, path, BodyPublishers.noBody(), "Origin", "http://evil.example").problem(403);
  }

  @Test
  void aBodyWithoutATypeIsNotTaken() {
    byte[] worker = "{}".getBytes(StandardCharsets.UTF_8);
    for (String path : new String[] {"/register-worker", "/results", "/alerts", "/process-frame"}) {
      Reply untyped = http.send("POST", path, BodyPublishers.ofByteArray(worker));
      assertThat(untyped.problem(415)).contains("application/json");
    }
    // agents give signs of life in whichever way they like
    http.send("POST", "/heartbeat/nobody", BodyPublishers.ofByteArray(worker)).problem(404);
  }

  @Test
  void answersAreWhatTheySayAndAreShownOnThisSite() {
    for (String path : new String[] {"/workers", "/nothing", "/model", "/metrics"}) {
      Reply reply = http.get(path);
      assertThat(reply.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(reply.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-site");
      assertThat(reply.headers().map()).as(path).doesNotContainKeys("server", "x-powered-by");
    }
    assertThat(
            http.get("/metrics", "Referer", "http://127.0.0.1:4200/")
                .header("Cross-Origin-Resource-Policy"))
        .isEqualTo("cross-origin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/results", "/upload-video", "/jobs/x", "/video-stream", "/nothing"})
  void answersPreflights(String path) {
    Reply reply = preflight(path, "http://localhost:4200");
    assertThat(reply.status()).isIn(200, 204);
    assertThat(reply.header(ALLOWED)).isEqualTo("http://localhost:4200");
    assertThat(reply.header("Access-Control-Allow-Methods"))
        .contains("GET", "POST", "PUT", "DELETE");
    assertThat(reply.header("Access-Control-Allow-Headers")).containsIgnoringCase("content-type");
  }

  @Test
  void pagesMayReadTheHeadersThatTheyNeed() {
    Reply reply = http.get("/jobs", "Origin", "http://localhost:4200");
    assertThat(reply.header("Access-Control-Expose-Headers"))
        .contains("Content-Disposition", "Retry-After", "Next-Cursor");
  }

  @Test
  void theStreamMayBeReadToo() {
    String answer =
        """
        GET /video-stream HTTP/1.1\r
        Host: localhost\r
        Origin: http://localhost:4200\r
        \r
        """;
    try (RawConnection connection = RawConnection.to(pool.coordinator())) {
      assertThat(connection.send(answer).readSome(Duration.ofSeconds(60)))
          .contains(ALLOWED + ": http://localhost:4200");
    }
  }

  private Reply preflight(String path, String origin) {
    return http.send(
        "OPTIONS",
        path,
        BodyPublishers.noBody(),
        "Origin",
        origin,
        "Access-Control-Request-Method",
        "POST",
        "Access-Control-Request-Headers",
        "content-type");
  }

  private String raw(String request) {
    try (RawConnection connection = RawConnection.to(pool.coordinator())) {
      return connection.send(request).readToEnd(Duration.ofSeconds(60));
    }
  }
}
