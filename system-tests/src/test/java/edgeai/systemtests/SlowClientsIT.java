package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.IdleCoordinator;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients that are slow, or never end, cost the others. */
@OnServers
@Timeout(300)
class SlowClientsIT {
  /** A server has 200 threads for requests. */
  private static final int MORE_THAN_THREADS = 250;

  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Far more than it takes, far less than a thread was held for. */
  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  private final ServerProcess server;
  private final Http http;
  private final List<RawConnection> connections = new ArrayList<>();

  SlowClientsIT(IdleCoordinator idle) {
    this.server = idle.server();
    this.http = server.http();
  }

  @AfterEach
  void goAway() {
    connections.forEach(RawConnection::close);
  }

  private List<RawConnection> open(int count, String head) {
    List<RawConnection> opened =
        IntStream.range(0, count).mapToObj(i -> RawConnection.to(server).send(head)).toList();
    connections.addAll(opened);
    return opened;
  }

  private static String head(String path, String type, int length) {
    return """
    POST %s HTTP/1.1\r
    Host: localhost\r
    Content-Type: %s\r
    Content-Length: %d\r
    \r
    {\
    """
        .formatted(path, type, length);
  }

  private void assertThatOthersAreServed() {
    await("an answer").atMost(AT_ONCE).untilAsserted(() -> http.get("/health").expect(200));
    http.post("/heartbeat/nobody", Json.createObjectBuilder().build()).problem(404);
  }

  @Test
  void bodiesThatDripHoldNoThread() {
    open(MORE_THAN_THREADS, head("/results", "application/json", 100_000));
    assertThatOthersAreServed();
  }

  @Test
  void uploadsThatDripHoldFewThreads() {
    open(MORE_THAN_THREADS, head("/upload-video", "multipart/form-data; boundary=b", 100_000));
    assertThatOthersAreServed();
    String refused = connections.get(MORE_THAN_THREADS - 1).readSome(LIMIT);
    assertThat(refused).contains(" 503 ", "Retry-After: ", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h2c", "websocket", "TLS/1.0", "foo"})
  void aProtocolThatNobodySpeaksIsPassedOver(String protocol) {
    String request =
        """
        POST /heartbeat/nobody HTTP/1.1\r
        Host: localhost\r
        Connection: Upgrade, HTTP2-Settings\r
        Upgrade: %s\r
        HTTP2-Settings: AAMAAABkAAQAAP__\r
        Content-Type: application/json\r
        Content-Length: 2\r
        \r
        {}\
        """
            .formatted(protocol);
    assertThat(open(1, request).get(0).readSome(AT_ONCE)).contains(" 404 ", "nobody");
  }

  @Test
  void aBodyIsWholeHoweverItComes() {
    RawConnection slow =
        open(1, head("/heartbeat/no%2Fbody%20%3F;x", "application/json", 5)).get(0);
    for (String part : new String[] {" ", " ", " ", "}"}) {
      assertThatOthersAreServed();
      slow.send(part);
    }
    assertThat(slow.readSome(LIMIT)).contains(" 404 ", "There is no worker no/body ?;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dashboard/", "/dashboard/a%20b/c.js", "/openapi.json", "/docs/x.css"})
  void aBodyThatComesLateGoesWhereItsPathLeads(String path) {
    RawConnection late = open(1, head(path, "application/json", 2)).get(0);
    assertThatOthersAreServed();
    assertThat(late.send("}").readSome(LIMIT)).contains(" 405 ", path + " does not take");
  }

  /** The container may dispatch twice what arrives while the thread that brought it leaves. */
  @Test
  void whatComesInChunksIsAnsweredOnce() {
    String request =
        """
        POST /heartbeat/nobody HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked\r
        \r
        2\r
        {}\r
        0\r
        \r
        GET /heartbeat/nobody HTTP/1.1\r
        Host: localhost\r
        Connection: close\r
        \r
        """;
    List<String> answers =
        IntStream.range(0, 400)
            .parallel()
            .mapToObj(
                i -> {
                  try (RawConnection connection = RawConnection.to(server)) {
                    return connection.send(request).readToEnd(LIMIT);
                  }
                })
            .toList();
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .containsOnlyOnce("There is no worker nobody")
                    .containsOnlyOnce("does not take this method"));
  }

  @Test
  void aBodyOfUnknownLengthIsRefusedWithAllBehindIt() {
    String request =
        """
        POST /heartbeat/nobody HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked, identity\r
        \r
        0\r
        \r
        GET /heartbeat/nobody HTTP/1.1\r
        Host: localhost\r
        \r
        """;
    String answer = open(1, request).get(0).readToEnd(LIMIT);
    assertThat(answer).contains(" 400 ", "is chunked").doesNotContain(" 405 ");
  }

  @Test
  void whatIsTooLargeIsNotWaitedFor() {
    assertThat(open(1, head("/results", "application/json", 5_000_000)).get(0).readSome(AT_ONCE))
        .contains(" 413 ", "4194304");
    assertThat(open(1, head("/detect", "image/jpeg", 17_000_000)).get(0).readSome(AT_ONCE))
        .contains(" 413 ", "16777216");
  }

  @Test
  @Tag("long")
  void aBodyThatDripsIsGivenUp() {
    List<RawConnection> drips = open(300, head("/results", "application/json", 100_000));
    open(
        400,
        """
        GET /ws/events HTTP/1.1\r
        Host: localhost\r
        Connection: Upgrade\r
        Upgrade: websocket\r
        Sec-WebSocket-Version: 13\r
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
        \r
        """);
    open(200, head("/upload-video", "multipart/form-data; boundary=b", 100_000));
    assertThatOthersAreServed();
    for (RawConnection drip : drips) {
      assertThat(drip.readSome(LIMIT)).contains(" 408 ", "application/problem+json");
    }
    assertThatOthersAreServed();
  }
}
