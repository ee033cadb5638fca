package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import edgeai.systemtests.fixture.GoodBody;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is missing, ill-typed, out of range or no JSON is a 422 that names the field. */
@OnServers
class BadInputIT {
  private static final String ID = "bad-input-worker";

  private static final List<String> NO_NAME =
      List.of(
          "",
          "null",
          "true",
          "[]",
          "{}",
          "\"\"",
          GoodBody.text("x".repeat(129)),
          "\"a\\u0000b\"",
          "\"a\\nb\"",
          "\"\\ud800\"");
  private static final List<String> NO_ID =
      Stream.concat(NO_NAME.stream(), Stream.of("7")).toList();
  private static final List<String> NO_FRAME_ID =
      List.of(
          "",
          "null",
          "-1",
          "1.5",
          "\"one\"",
          "true",
          "[1]",
          "9007199254740992",
          "1e300",
          "1e-7",
          "99999999999999999999999999",
          "-9223372036854775809");
  private static final List<String> NO_PORT =
      List.of("", "null", "0", "-1", "65536", "80.5", "\"80\"", "true", "4294967297", "1e400");
  private static final List<String> NO_TEXTS =
      List.of("null", "\"yolov8n\"", "{}", "7", "[7]", "[null]", "[[\"a\"]]", "[\"\"]");
  private static final List<String> NO_LABELS =
      List.of("\"car\"", "{}", "7", "[true]", "[null]", "[[\"a\"]]", "[\"\"]");
  private static final List<String> NO_DURATION =
      List.of("-0.1", "\"fast\"", "true", "1e300", "[]");

  private final Http http;

  BadInputIT(Pool pool) {
    this.http = pool.http();
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @MethodSource("wrongFields")
  void namesTheFieldThatIsWrong(String path, String field, String value) {
    assertThat(http.post(path, GoodBody.of(path).with(field, value)).problem(422)).contains(field);
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
            wrong("/register-worker", "worker_id", NO_ID),
            wrong("/register-worker", "hostname", List.of("", "null", "7")),
            wrong(
                "/register-worker",
                "ip_address",
                List.of("", "null", "7", "\"\"", "\"a b\"", "\"http://x\"")),
            wrong("/register-worker", "port", NO_PORT),
            wrong("/register-worker", "capabilities", NO_TEXTS),
            wrong("/workers/register", "worker_id", NO_ID),
            wrong("/workers/register", "host", List.of("", "null", "7", "\"\"", "\"h:80/x\"")),
            wrong("/workers/register", "port", NO_PORT),
            wrong("/workers/register", "capabilities", NO_TEXTS),
            wrong("/frame-result", "frame_id", NO_FRAME_ID),
            wrong("/frame-result", "frame_id", List.of("0")),
            wrong("/frame-result", "worker_id", NO_NAME),
            wrong("/frame-result", "detected_objects", NO_LABELS),
            wrong("/frame-result", "processing_time", NO_DURATION),
            wrong("/results", "worker_id", NO_NAME),
            wrong("/results", "frame_id", NO_FRAME_ID),
            wrong("/results", "frame_id", List.of("0")),
            wrong("/results", "detections", List.of("{}", "\"car\"", "[1]", "[null]", "[[]]")),
            wrong("/results", "processing_time_ms", NO_DURATION),
            wrong("/process-frame", "task_id", NO_ID),
            wrong("/process-frame", "frame_id", NO_FRAME_ID),
            wrong("/process-frame", "jpeg_b64", List.of("", "null", "7", "[]")),
            wrong("/alerts", "worker_id", NO_NAME),
            wrong("/alerts", "frame_id", NO_FRAME_ID),
            wrong("/alerts", "timestamp", List.of("", "null", "true", "[]")),
            wrong("/alerts", "level", List.of("true", "[]")),
            wrong("/alerts", "message", List.of("true", "[]")),
            wrong("/alerts", "alert_labels", NO_LABELS),
            wrong("/alerts", "detections", List.of("{}", "[1]")))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> wrong(String path, String field, List<String> values) {
    return values.stream().map(value -> arguments(path, field, value));
  }

  @ParameterizedTest(name = "{0} in {1}")
  @MethodSource("wrongDetections")
  void namesTheFieldOfADetection(String field, String detection) {
    for (String path : List.of("/results", "/alerts")) {
      String body = GoodBody.of(path).with("detections", "[" + detection + "]");
      assertThat(http.post(path, body).problem(422)).contains(field);
    }
  }

  static Stream<Arguments> wrongDetections() {
    String whole = "{\"label\":%s,\"confidence\":%s,\"box\":%s}";
    String box = "{\"x1\":1,\"y1\":2,\"x2\":3,\"y2\":4}";
    return Stream.of(
        arguments("label", "{\"confidence\":0.5,\"box\":%s}".formatted(box)),
        arguments("label", whole.formatted("\"\"", "0.5", box)),
        arguments("label", whole.formatted("true", "0.5", box)),
        arguments("confidence", "{\"label\":\"car\",\"box\":%s}".formatted(box)),
        arguments("confidence", whole.formatted("\"car\"", "1.01", box)),
        arguments("confidence", whole.formatted("\"car\"", "-0.01", box)),
        arguments("confidence", whole.formatted("\"car\"", "\"high\"", box)),
        arguments("box", "{\"label\":\"car\",\"confidence\":0.5}"),
        arguments("box", whole.formatted("\"car\"", "0.5", "null")),
        arguments("box", whole.formatted("\"car\"", "0.5", "[1,2,3,4]")),
        arguments("x2", whole.formatted("\"car\"", "0.5", "{\"x1\":1,\"y1\":2,\"y2\":4}")),
        arguments("x1", whole.formatted("\"car\"", "0.5", box.replace(":1", ":true"))),
        arguments("y2", whole.formatted("\"car\"", "0.5", box.replace(":4", ":\"4px\""))),
        arguments("x1", whole.formatted("\"car\"", "0.5", box.replace(":1", ":9"))),
        arguments("y1", whole.formatted("\"car\"", "0.5", box.replace(":2", ":-2000000"))));
  }
}
