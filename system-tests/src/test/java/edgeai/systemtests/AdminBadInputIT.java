package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.TIME;
import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.registration;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.GoodBody;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing, ill-typed, out of range or no JSON is the client's fault, and named. */
@OnServers
class AdminBadInputIT {
  private static final String ID = "bad-input-camera";
  private static final Map<String, JsonObject> GOOD =
      Map.of(
          "/register-camera", registration(ID),
          "/camera-detection", detection(ID),
          "/camera-control", object("camera_id", ID, "command", "stop"),
          "/camera-alerts", object("camera_id", ID, "timestamp", TIME));
  private static final List<String> NO_NAME =
      List.of(
          "",
          "null",
          "true",
          "[]",
          "\"\"",
          GoodBody.text("x".repeat(129)),
          "\"a\\u0000b\"",
          "\"a\\tb\"",
          "\"\\ud800\"");
  private static final List<String> NO_ID =
      Stream.concat(NO_NAME.stream(), Stream.of("7")).toList();
  private static final List<String> NO_TIME = List.of("", "null", "true", "[]", "{}");
  private static final List<String> NO_TEXTS =
      List.of("\"car\"", "{}", "7", "[true]", "[null]", "[\"\"]", "[\"a\\nb\"]");
  private static final List<String> NO_EVENT_ID = List.of("7", "\"\"", "\"x\"", "\"1-1-1-1-1\"");

  private final Http http;

  AdminBadInputIT(AdminServer admin) {
    this.http = admin.http();
  }

  @ParameterizedTest(name = "{0}: {1} = {2}")
  @MethodSource("wrongFields")
  void namesTheFieldThatIsWrong(String path, String field, String value) {
    assertThat(http.post(path, new GoodBody(GOOD.get(path)).with(field, value)).problem(422))
        .contains(field);
  }

  static Stream<Arguments> wrongFields() {
    return Stream.of(
            GOOD.keySet().stream().flatMap(path -> wrong(path, "camera_id", NO_NAME)),
            wrong("/register-camera", "camera_id", NO_ID),
            wrong("/camera-control", "camera_id", NO_ID),
            wrong("/register-camera", "hostname", List.of("", "null", "7", "\"a\\u0007\"")),
            wrong("/register-camera", "ip_address", List.of("", "null", "7", "\"\"")),
            wrong("/camera-detection", "timestamp", NO_TIME),
            wrong(
                "/camera-detection",
                "detected_vehicles",
                List.of("", "null", "-1", "1.5", "\"a\"", "true", "2147483648", "1e300")),
            wrong("/camera-detection", "vehicle_types", NO_TEXTS),
            wrong("/camera-detection", "vehicle_types", List.of("", "null")),
            wrong(
                "/camera-detection",
                "object_counts",
                List.of(
                    "[]",
                    "7",
                    "{\"car\":-1}",
                    "{\"car\":1.5}",
                    "{\"car\":\"many\"}",
                    "{\"car\":null}",
                    "{\"car\":2147483648}",
                    "{\"\":1}",
                    "{\"a\\nb\":1}",
                    counts(201))),
            wrong("/camera-detection", "event_id", NO_EVENT_ID),
            wrong("/camera-control", "command", List.of("", "null", "7", "\"\"", "\"STOP\"")),
            wrong("/camera-alerts", "timestamp", NO_TIME),
            wrong("/camera-alerts", "worker_id", List.of("true", "\"a\\nb\"")),
            wrong("/camera-alerts", "frame_id", List.of("true", "-1", "1.5", "9007199254740992")),
            wrong("/camera-alerts", "alert_labels", NO_TEXTS),
            wrong("/camera-alerts", "level", List.of("true", "[]")),
            wrong("/camera-alerts", "message", List.of("true", "[]")),
            wrong("/camera-alerts", "event_id", NO_EVENT_ID))
        .flatMap(cases -> cases);
  }

  private static Stream<Arguments> wrong(String path, String field, List<String> values) {
    return values.stream().map(value -> arguments(path, field, value));
  }

  private static String counts(int labels) {
    return IntStream.range(0, labels)
        .mapToObj(n -> "\"l%d\":1".formatted(n))
        .collect(Collectors.joining(",", "{", "}"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void refusesBodiesThatAreNoJsonObjectOrTooLarge(String path) {
    for (String body : List.of("", "{", "[]", "null", "7", "{} {}", "[".repeat(20_000))) {
      http.post(path, body).problem(422);
    }
    GoodBody good = new GoodBody(GOOD.get(path));
    http.post(path, good.with("unknown", GoodBody.text("x".repeat(1 << 20)))).problem(413);
    http.post(path, "text/plain", new byte[0]).problem(415);
  }

  static Stream<String> paths() {
    return GOOD.keySet().stream().sorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=1001",
        "limit=x",
        "cursor=x",
        "cursor=1",
        "since=x",
        "since=2026-11-22",
        "label=",
        "camera_id=%00",
        "format=xml"
      })
  void namesTheParameterOfTheLogThatIsWrong(String query) {
    assertThat(http.get("/detections?" + query).problem(422))
        .contains(query.substring(0, query.indexOf('=')));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bucket=year",
        "bucket=",
        "since=x",
        "camera_id=",
        "since=0000-01-01T00:00:00Z",
        "since=2020-01-01T00:00:00Z&bucket=minute"
      })
  void namesTheParameterOfTheSeriesThatIsWrong(String query) {
    assertThat(http.get("/analytics?" + query).problem(422))
        .contains(query.substring(0, query.indexOf('=')));
  }

  @Test
  void idsInPathsThatAreNoneAreUnknown() {
    String tooLong = "x".repeat(129);
    http.post("/heartbeat/" + tooLong).problem(404);
    http.delete("/cameras/" + tooLong).expect(200);
  }
}
