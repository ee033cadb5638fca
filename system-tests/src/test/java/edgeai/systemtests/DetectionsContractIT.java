package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.instant;
import static edgeai.systemtests.fixture.CameraClient.newId;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call of the admin server about detections and what they add up to, by plain HTTP. */
@OnServers
@Timeout(200)
class DetectionsContractIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Http http;
  private final CameraClient cameras;

  DetectionsContractIT(AdminServer admin) {
    this.http = admin.http();
    this.cameras = new CameraClient(http);
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

  private static List<Integer> minutes(Reply reply) {
    return reply.expect(200).objects().stream()
        .map(line -> Integer.valueOf(line.getString("timestamp").substring(14, 16)))
        .toList();
  }

  private static JsonObject lastOf(JsonArray list) {
    return list.getJsonObject(list.size() - 1);
  }
}
