package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.registration;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.DashboardPages;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every call of the admin server that the contract has, by plain HTTP. */
@OnServers
@Timeout(200)
class AdminContractIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final AdminServer admin;
  private final Http http;
  private final CameraClient cameras;

  AdminContractIT(AdminServer admin) {
    this.admin = admin;
    this.http = admin.http();
    this.cameras = new CameraClient(http);
  }

  private static String newId() {
    return "camera " + UUID.randomUUID();
  }

  @Test
  void isHealthy() {
    assertThat(http.get("/health").expect(200, Shape.of("status:text")).getString("status"))
        .isEqualTo("ok");
    assertThat(http.get("/mp-health/ready").expect(200).object().getString("status"))
        .isEqualTo("UP");
  }

  @Test
  void whoKnocksWhileItStartsIsRefusedOrAnswered() {
    admin.knocked().requireRefusedOrAnswered();
  }

  @Test
  void registersACamera() {
    String id = newId();
    JsonObject camera = cameras.register(id);
    assertThat(camera.getString("camera_id")).isEqualTo(id);
    assertThat(camera.getString("hostname")).isEqualTo("laptop");
    assertThat(camera.getString("ip_address")).isEqualTo("192.168.1.30");
    assertThat(camera.getString("status")).isEqualTo("active");
    assertThat(cameras.listed(id)).isPresent();
    assertThat(http.get("/cameras").objects())
        .allSatisfy(listed -> assertThat(Shape.CAMERA.deviations(listed)).isEmpty());
  }

  @Test
  void aSecondRegistrationUpdatesAndKeepsWhenItWasFirst() {
    String id = newId();
    JsonObject first = cameras.register(id);
    JsonObject second =
        http.post("/register-camera", with(registration(id), "hostname", "other"))
            .expect(200, Shape.CAMERA);
    assertThat(second.getString("hostname")).isEqualTo("other");
    assertThat(second.get("registered_at")).isEqualTo(first.get("registered_at"));
    assertThat(cameras.listed(id).orElseThrow().getString("hostname")).isEqualTo("other");
  }

  @Test
  void aHeartbeatKeepsACameraActive() {
    String id = newId();
    JsonObject first = cameras.register(id);
    await("offline without heartbeats")
        .atMost(SOON)
        .until(() -> cameras.status(id).equals("offline"));
    JsonObject answer =
        http.post("/heartbeat/" + Http.inPath(id))
            .expect(200, Shape.of("status:text", "camera_id:text"));
    assertThat(answer).isEqualTo(object("camera_id", id, "status", "ok"));
    assertThat(cameras.status(id)).isEqualTo("active");
    assertThat(instant(cameras.listed(id).orElseThrow(), "last_seen"))
        .isAfter(instant(first, "last_seen"));
  }

  @Test
  void aHeartbeatOfAStrangerIsA404() {
    assertThat(http.post("/heartbeat/nobody").problem(404)).contains("nobody");
    assertThat(http.post("/heartbeat/nobody", "{}").problem(404)).contains("nobody");
  }

  @Test
  void removesACameraAndAgain() {
    String id = newId();
    cameras.register(id);
    for (int i = 0; i < 2; i++) {
      assertThat(http.delete("/cameras/" + Http.inPath(id)).expect(200).object())
          .isEqualTo(object("camera_id", id, "status", "removed"));
      assertThat(cameras.listed(id)).isEmpty();
    }
    http.post("/heartbeat/" + Http.inPath(id)).problem(404);
  }

  @Test
  void countsByObjectCountsWhereThereAreAny() {
    String id = newId();
    int before = cameras.analytics().getInt("total_vehicles");
    JsonObject counts = object("lorry", 2, "tram", 3, "nothing", 0);
    Reply reply =
        http.post("/camera-detection", with(detection(id, "lorry"), "object_counts", counts));
    assertThat(reply.expect(200).object()).isEqualTo(object("status", "ok"));
    JsonObject analytics = cameras.analytics();
    assertThat(analytics.getInt("total_vehicles")).isEqualTo(before + 5);
    assertThat(analytics.getJsonObject("per_camera").getInt(id)).isEqualTo(5);
    assertThat(analytics.getJsonObject("type_distribution").getInt("lorry")).isEqualTo(2);
    assertThat(analytics.getJsonObject("type_distribution").getInt("tram")).isEqualTo(3);
    assertThat(analytics.getJsonObject("type_distribution")).doesNotContainKey("nothing");
    JsonObject entry = lastOf(analytics.getJsonArray("timeline"));
    assertThat(Shape.TIMELINE_ENTRY.deviations(entry)).isEmpty();
    assertThat(entry.getString("timestamp")).isEqualTo(CameraClient.TIME);
    assertThat(entry.getString("camera_id")).isEqualTo(id);
    assertThat(entry.getInt("detected_vehicles")).isEqualTo(5);
    assertThat(entry.getJsonArray("vehicle_types")).isEqualTo(list("lorry", "tram"));
    assertThat(entry.getJsonObject("object_counts")).isEqualTo(object("lorry", 2, "tram", 3));
  }

  @Test
  void countsByVehicleTypesElse() {
    String id = newId();
    cameras.post(with(detection(id, "car", "van", "car"), "detected_vehicles", 17));
    cameras.post(with(detection(id, "car"), "object_counts", object()));
    assertThat(cameras.counted(id)).isEqualTo(4);
    JsonArray timeline = cameras.analytics().getJsonArray("timeline");
    JsonObject entry = timeline.getJsonObject(timeline.size() - 2);
    assertThat(entry.getInt("detected_vehicles")).isEqualTo(3);
    assertThat(entry.getJsonArray("vehicle_types")).isEqualTo(list("car", "van"));
    assertThat(entry.getJsonObject("object_counts")).isEqualTo(object("car", 2, "van", 1));
  }

  @Test
  void theTimelineHoldsTheLastHundredOldestFirst() {
    String id = newId();
    IntStream.rangeClosed(1, 101)
        .forEach(n -> cameras.post(with(detection(id), "object_counts", object("car", n))));
    List<JsonObject> timeline =
        cameras.analytics().getJsonArray("timeline").getValuesAs(JsonObject.class);
    assertThat(timeline)
        .extracting(entry -> entry.getInt("detected_vehicles"))
        .isEqualTo(IntStream.rangeClosed(2, 101).boxed().toList());
  }

  @Test
  void aDetectionIsASignOfLifeOfItsCameraAndAStrangersIsCountedToo() {
    String id = newId();
    cameras.post(detection(id, "car"));
    assertThat(cameras.counted(id)).isEqualTo(1);
    assertThat(cameras.listed(id)).isEmpty();
    cameras.register(id);
    await("offline").atMost(SOON).until(() -> cameras.status(id).equals("offline"));
    cameras.post(detection(id, "car"));
    assertThat(cameras.status(id)).isEqualTo("active");
    assertThat(cameras.counted(id)).isEqualTo(2);
  }

  @Test
  void anEventThatComesAgainIsNotCountedAgain() {
    String id = newId();
    String event = UUID.randomUUID().toString();
    JsonObject detection = with(detection(id, "car", "car"), "event_id", event);
    cameras.post(detection);
    cameras.post(detection);
    cameras.post(with(detection, "event_id", event.toUpperCase()));
    assertThat(cameras.counted(id)).isEqualTo(2);
    assertThat(cameras.log(id)).hasSize(1);
    cameras.post(with(detection, "event_id", UUID.randomUUID().toString()));
    assertThat(cameras.counted(id)).isEqualTo(4);
  }

  @Test
  void commandsARegisteredCamera() {
    String id = newId();
    cameras.register(id);
    for (String command : List.of("start", "stop", "restart")) {
      JsonObject answer =
          http.post("/camera-control", object("camera_id", id, "command", command))
              .expect(
                  200,
                  Shape.of(
                      "status:text",
                      "camera_id:text",
                      "command:text",
                      "connected:boolean",
                      "acknowledged:boolean",
                      "state:text?"));
      assertThat(answer.getString("status")).isEqualTo("ok");
      assertThat(answer.getString("camera_id")).isEqualTo(id);
      assertThat(answer.getString("command")).isEqualTo(command);
      assertThat(answer.getBoolean("connected")).isFalse();
      assertThat(answer.getBoolean("acknowledged")).isFalse();
    }
    assertThat(
            http.post("/camera-control", object("camera_id", newId(), "command", "stop"))
                .problem(404))
        .contains("camera");
    assertThat(
            http.post("/camera-control", object("camera_id", id, "command", "dance")).problem(422))
        .contains("command");
  }

  @Test
  void takesAlertsAndListsThemNewestFirst() {
    String id = newId();
    JsonObject alert =
        object(
            "camera_id",
            id,
            "worker_id",
            "w",
            "frame_id",
            17,
            "timestamp",
            CameraClient.TIME,
            "alert_labels",
            list("person", "truck"),
            "level",
            "critical",
            "message",
            "A truck stands in the way.",
            "event_id",
            UUID.randomUUID().toString());
    assertThat(http.post("/camera-alerts", alert).expect(201).object())
        .isEqualTo(object("status", "ok"));
    http.post("/camera-alerts", object("camera_id", id, "timestamp", "2026-11-22T12:15:30+02:00"))
        .expect(201);
    http.post("/camera-alerts", alert).expect(201);
    List<JsonObject> alerts = http.get("/camera-alerts").expect(200).objects();
    assertThat(alerts)
        .allSatisfy(listed -> assertThat(Shape.CAMERA_ALERT.deviations(listed)).isEmpty());
    JsonObject bare = alerts.get(0);
    assertThat(bare.getString("worker_id")).isEmpty();
    assertThat(bare.getInt("frame_id")).isZero();
    assertThat(bare.getString("timestamp")).isEqualTo("2026-11-22T10:15:30Z");
    assertThat(bare.getJsonArray("alert_labels")).isEmpty();
    assertThat(bare.getString("level")).isEqualTo("info");
    assertThat(bare.getString("message")).isEmpty();
    assertThat(alerts.get(1).entrySet()).containsAll(alert.entrySet());
    assertThat(alerts.stream().filter(one -> one.entrySet().containsAll(alert.entrySet())))
        .hasSize(1);
    IntStream.rangeClosed(1, 200)
        .forEach(n -> http.post("/camera-alerts", with(bare, "frame_id", n)).expect(201));
    List<JsonObject> newest = http.get("/camera-alerts").objects();
    assertThat(newest).hasSize(200);
    assertThat(newest.get(0).getInt("frame_id")).isEqualTo(200);
  }

  @Test
  void takesWhatNodesMean() {
    String id = newId();
    JsonObject detection =
        with(with(detection(id, "car"), "timestamp", "this morning"), "detected_vehicles", "1");
    http.post("/camera-detection", detection).expect(200);
    http.post(
            "/camera-alerts",
            object("camera_id", id, "timestamp", "soon after", "level", "FATAL", "message", "m"))
        .expect(201);

    JsonObject line = http.get("/detections?camera_id=" + Http.inPath(id)).objects().get(0);
    JsonObject alert = http.get("/camera-alerts").objects().get(0);
    assertThat(line.getString("reported_timestamp")).isEqualTo("this morning");
    assertThat(instant(line, "timestamp")).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(alert.getString("reported_timestamp")).isEqualTo("soon after");
    assertThat(alert.getString("level")).isEqualTo("info");
  }

  @Test
  void acknowledgesAnAlert() {
    http.post("/camera-alerts", object("camera_id", newId(), "timestamp", CameraClient.TIME))
        .expect(201);
    JsonObject alert = http.get("/camera-alerts").objects().get(0);
    assertThat(alert.isNull("acknowledged_at")).isTrue();

    String number = alert.get("alert_id").toString();
    http.post("/camera-alerts/%s/acknowledge".formatted(number)).expect(200, Shape.DONE);
    JsonObject seen = http.get("/camera-alerts").objects().get(0);
    assertThat(seen.get("alert_id").toString()).isEqualTo(number);
    assertThat(seen.isNull("acknowledged_at")).isFalse();
    http.post("/camera-alerts/9999999999/acknowledge").problem(404);
    http.post("/camera-alerts/first/acknowledge").problem(404);
  }

  @Test
  void pagesTheLogNewestFirst() {
    String id = newId();
    for (int minute = 10; minute < 20; minute++) {
      String label = minute % 2 == 0 ? "even" : "odd";
      cameras.post(
          with(detection(id, label), "timestamp", "2026-11-20T08:%d:00Z".formatted(minute)));
    }
    String query = "/detections?camera_id=" + Http.inPath(id);
    Reply first = http.get(query + "&limit=4").expect(200);
    assertThat(minutes(first)).containsExactly(19, 18, 17, 16);
    Reply second = http.get(query + "&limit=4&cursor=" + first.header("Next-Cursor")).expect(200);
    assertThat(minutes(second)).containsExactly(15, 14, 13, 12);
    Reply last = http.get(query + "&limit=4&cursor=" + second.header("Next-Cursor")).expect(200);
    assertThat(minutes(last)).containsExactly(11, 10);
    assertThat(last.header("Next-Cursor")).isEmpty();
    assertThat(minutes(http.get(query + "&label=odd"))).containsExactly(19, 17, 15, 13, 11);
    assertThat(minutes(http.get(query + "&since=2026-11-20T09:17:00+01:00")))
        .containsExactly(19, 18, 17);
    assertThat(minutes(http.get(query + "&label=even&since=2026-11-20T08:13:30Z&limit=2")))
        .containsExactly(18, 16);
  }

  private static List<Integer> minutes(Reply reply) {
    return reply.expect(200).objects().stream()
        .map(line -> Integer.valueOf(line.getString("timestamp").substring(14, 16)))
        .toList();
  }

  @Test
  void downloadsTheLogAsCsvWithoutFormulas() {
    String id = "=cmd()," + UUID.randomUUID();
    cameras.post(with(detection(id), "object_counts", object("@sum", 2, "a\"b", 1)));
    cameras.post(with(detection(id), "timestamp", "2026-11-22T10:15:29Z"));
    Reply csv = http.get("/detections?format=csv&camera_id=" + Http.inPath(id)).expect(200);
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(csv.header("Content-Disposition")).contains("attachment");
    assertThat(csv.text().split("\r\n"))
        .hasSize(4)
        .satisfies(
            lines -> {
              assertThat(lines[0])
                  .isEqualTo(
                      "timestamp,camera_id,label,count,detected_vehicles,received_at,event_id");
              String start = CameraClient.TIME + ",\"'" + id + "\",";
              assertThat(lines[1]).startsWith(start + "'@sum,2,3,").endsWith(",");
              assertThat(lines[2]).startsWith(start + "\"a\"\"b\",1,3,");
              assertThat(lines[3]).startsWith("2026-11-22T10:15:29Z,\"'" + id + "\",,0,0,");
            });
  }

  @Test
  void downloadsTheLogAsJsonLines() {
    String id = newId();
    IntStream.range(0, 503).forEach(n -> cameras.post(detection(id, "car")));
    Reply reply = http.get("/detections?format=jsonl&camera_id=" + Http.inPath(id)).expect(200);
    List<String> lines = reply.text().lines().toList();
    assertThat(lines).hasSize(503);
    assertThat(lines.get(0)).startsWith("{").contains("\"camera_id\":\"" + id + "\"").endsWith("}");
  }

  @Test
  void addsASeriesWhereItIsAskedFor() {
    String id = newId();
    Instant now = Instant.now();
    cameras.post(
        with(detection(id, "car", "bus"), "timestamp", now.minusSeconds(3_600).toString()));
    cameras.post(with(detection(id, "car"), "timestamp", now.toString()));
    assertThat(cameras.analytics()).doesNotContainKey("series");
    for (String bucket : List.of("minute", "hour", "day")) {
      JsonObject analytics =
          http.get(
                  "/analytics?bucket=%s&camera_id=%s&since=%s"
                      .formatted(bucket, Http.inPath(id), now.minusSeconds(7_200)))
              .expect(200, Shape.ANALYTICS.with("series:list"));
      List<JsonObject> points = analytics.getJsonArray("series").getValuesAs(JsonObject.class);
      assertThat(points)
          .isNotEmpty()
          .allSatisfy(
              point ->
                  assertThat(
                          Shape.of(
                                  "timestamp:instant",
                                  "total_vehicles:integer",
                                  "type_distribution:counts")
                              .deviations(point))
                      .isEmpty())
          .isSortedAccordingTo(
              (one, other) -> instant(one, "timestamp").compareTo(instant(other, "timestamp")));
      assertThat(points.stream().mapToInt(point -> point.getInt("total_vehicles")).sum())
          .as(bucket)
          .isEqualTo(3);
      assertThat(
              points.stream()
                  .mapToInt(point -> point.getJsonObject("type_distribution").getInt("bus", 0))
                  .sum())
          .isEqualTo(1);
    }
  }

  @Test
  void showsItsMetricsInBothFaces() {
    cameras.register(newId());
    JsonObject metrics =
        http.get("/metrics")
            .expect(
                200,
                Shape.of(
                    "cameras:object",
                    "events_total:integer",
                    "websocket_clients:integer",
                    "system_start_time:instant"));
    JsonObject counts = metrics.getJsonObject("cameras");
    assertThat(counts.getInt("total"))
        .isPositive()
        .isEqualTo(counts.getInt("active") + counts.getInt("offline"));
    Reply text = http.get("/metrics", "Accept", "text/plain").expect(200);
    assertThat(text.header("Content-Type")).startsWith("text/plain");
    ExpositionText exposition = new ExpositionText(text.text());
    assertThat(exposition.faults()).isEmpty();
    assertThat(exposition.value("edge_events_total"))
        .hasValue((double) metrics.getInt("events_total"));
    http.get("/mp-metrics", "Accept", "text/plain").expect(200);
  }

  @Test
  void theDashboardIsServedAsABrowserNeedsIt() {
    DashboardPages pages = new DashboardPages(http);
    pages.assertThatAllRoutesAreThePage();
    pages.assertThatThePolicyIsStrict();
    pages.assertThatFilesAreKeptForEver();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/cameras/x/y", "/ws/nothing", "/index.html"})
  void aPathThatDoesNotExistIsAProblem(String path) {
    http.get(path, "Accept", "text/html").problem(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /cameras",
    "GET, /register-camera",
    "GET, /heartbeat/x",
    "GET, /camera-detection",
    "POST, /analytics",
    "GET, /camera-control",
    "DELETE, /camera-alerts",
    "POST, /detections"
  })
  void aMethodThatIsNotTakenIsAProblem(String method, String path) {
    http.send(method, path, BodyPublishers.noBody()).problem(405);
  }

  private static Instant instant(JsonObject object, String field) {
    return Instant.parse(object.getString(field));
  }

  private static JsonObject lastOf(JsonArray list) {
    return list.getJsonObject(list.size() - 1);
  }
}
