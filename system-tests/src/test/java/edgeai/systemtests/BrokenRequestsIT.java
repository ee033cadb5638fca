package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no request, or one that the container answers by itself, is a problem all the same. */
@OnServers
class BrokenRequestsIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String HOST = "Host: localhost\r\n";

  private final ServerProcess server;

  BrokenRequestsIT(Pool pool) {
    server = pool.coordinator();
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken(400, "\u0016\u0003\u0001 garbage\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\nHost localhost\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\nHost:\r\n\r\n"),
        broken(400, "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "GET /%ff%fe HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "GET /../../x HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "GET health HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "GET http:// HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "CONNECT a:80 HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(400, "GET /health HTTP/1.1\r\n" + HOST + "X: a\r\n b\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\n" + HOST + "X : a\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\n" + HOST + "X: a\u0001b\r\n\r\n"),
        broken(400, "GET /health HTTP/1.1\r\n" + HOST + "Content-Length: 5\r\n\r\nhello"),
        broken(400, post("Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}")),
        broken(400, post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}")),
        broken(400, post("Content-Length: -2\r\n\r\n{}")),
        broken(400, post("Content-Length: abc\r\n\r\n{}")),
        broken(400, post("Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")),
        broken(404, "GET /docs/nothing\n" + HOST + "\r\n"),
        broken(404, "GET /docs/nothing HTTP/1.1\r\n" + HOST + "Upgrade: 99\r\n\r\n"),
        broken(405, "TRACE /health HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(414, "GET /" + "a".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n"),
        broken(417, post("Expect: more\r\nContent-Length: 2\r\n\r\n")),
        broken(431, "GET /health HTTP/1.1\r\n" + HOST + "X: " + "a".repeat(20_000) + "\r\n\r\n"),
        broken(431, "GET /health HTTP/1.1\r\n" + HOST + "X: y\r\n".repeat(300) + "\r\n"),
        broken(505, "GET /health HTTP/3.7\r\n" + HOST + "\r\n"));
  }

  private static Arguments broken(int status, String request) {
    return Arguments.of(status, request.substring(0, Math.min(60, request.length())), request);
  }

  private static String post(String rest) {
    return "POST /results HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n" + rest;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("broken")
  void aBrokenRequestIsAProblem(int status, String shown, String request) {
    assertThat(shown).isNotEmpty();
    String before = server.output();
    String answer = answer(request);
    assertThat(answer)
        .startsWith("HTTP/1.1 %d ".formatted(status))
        .contains(
            "Content-Type: application/problem+json",
            "X-Content-Type-Options: nosniff",
            "\"status\":" + status)
        .doesNotContainIgnoringCase("server:", "payara", "<html", "CUSTOM");
    assertThat(server.output().substring(before.length()).lines())
        .filteredOn(line -> line.startsWith("\tat ") || line.contains("Exception"))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\r\n", "Content-Length: 2\r\n\r\n{}", "X : a\r\n\r\n", "X: a\u0001b\r\n\r\n"})
  void aHeadRequestHasNoBody(String rest) {
    assertThat(answer("HEAD /%zz HTTP/1.1\r\n" + HOST + rest))
        .startsWith("HTTP/1.1 400 ")
        .endsWith("\r\n\r\n");
  }

  @Test
  void theLineOfAnAnswerHasItsWords() {
    Map.of(421, "GET /health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
        .forEach(
            (status, request) ->
                assertThat(answer(request))
                    .startsWith("HTTP/1.1 %d Misdirected Request\r\n".formatted(status)));
  }

  private String answer(String request) {
    try (RawConnection connection = RawConnection.to(server)) {
      return connection.send(request).readSome(LIMIT);
    }
  }
}
