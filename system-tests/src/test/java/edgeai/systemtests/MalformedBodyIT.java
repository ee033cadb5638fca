package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import edgeai.systemtests.fixture.GoodBody;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that are no JSON object, however they try, are a client's fault and never the server's.
 */
@OnServers
class MalformedBodyIT {
  private final Http http;

  MalformedBodyIT(Pool pool) {
    this.http = pool.http();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("malformedBodies")
  void refusesWhatIsNoJsonObject(String path, String shown, String body) {
    assertThat(shown).isNotEmpty();
    http.post(path, body).problem(422);
  }

  static Stream<Arguments> malformedBodies() {
    List<String> bodies =
        List.of(
            "",
            " ",
            "{",
            "}",
            "[]",
            "null",
            "\"text\"",
            "7",
            "not json",
            "{\"a\":}",
            "{\"a\":1,}",
            "{'a':1}",
            "{\"a\":NaN}",
            "{} {}",
            "{\"a\":01}",
            "\u0000",
            "<html></html>",
            "[".repeat(20_000),
            "{\"a\":".repeat(10_000),
            "{\"frame_id\":" + "9".repeat(5_000) + "}",
            "{\"port\":1" + "0".repeat(5_000) + ",\"worker_id\":\"x\",\"host\":\"h\"}",
            "{\"frame_id\":1e999999999}");
    return GoodBody.paths()
        .flatMap(
            path ->
                bodies.stream()
                    .map(
                        body ->
                            arguments(
                                path,
                                "<" + body.substring(0, Math.min(20, body.length())) + ">",
                                body)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void refusesWhatIsNoUtf8(String path) {
    http.post(
            path,
            "application/json",
            new byte[] {'{', '"', (byte) 0xff, (byte) 0xc0, '"', ':', '1', '}'})
        .problem(422);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"/register-worker", "/workers/register", "/frame-result", "/alerts"})
  void refusesBodiesThatAreTooLarge(String path) {
    String body = GoodBody.of(path).with("unknown", GoodBody.text("x".repeat(2 << 20)));
    http.post(path, body).problem(413);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void refusesOtherContentTypes(String path) {
    byte[] body = GoodBody.of(path).json().getBytes(StandardCharsets.UTF_8);
    for (String type :
        List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
      int status = http.post(path, type, body).status();
      assertThat(status).as(type).isIn(415, 422);
      http.post(path, type, body).problem(status);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("paths")
  void takesJsonOfAnyParameters(String path) {
    byte[] nothing = "{}".getBytes(StandardCharsets.UTF_8);
    http.post(path, "application/json; charset=utf-8", nothing).problem(422);
    http.post(path, "application/json;charset=\"UTF-8\"; x=y", nothing).problem(422);
  }

  static Stream<String> paths() {
    return GoodBody.paths();
  }
}
