package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.detection;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static edgeai.systemtests.fixture.Wire.registration;
import static edgeai.systemtests.fixture.Wire.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.JobClient;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alerts that workers post and those the coordinator raises. */
@OnServers
class AlertsContractIT {
  private static final String ID = "alert-worker";
  private static final long FRAME = 5_000_000_000_000_000L;

  private final Http http;

  AlertsContractIT(Pool pool) {
    this.http = pool.http();
  }

  @Test
  void takesAnAlertAndListsItFirst() {
    http.post(
            "/alerts",
            object(
                "worker_id",
                ID,
                "frame_id",
                17,
                "timestamp",
                "2026-11-22T10:15:30.123Z",
                "detections",
                list(detection("truck", 0.9, 1, 2, 3, 4)),
                "alert_labels",
                list("truck"),
                "level",
                "critical",
                "message",
                "A truck stands in the way."))
        .expect(201, Shape.DONE);
    JsonObject alert = alerts().get(0);
    assertThat(alert.getString("worker_id")).isEqualTo(ID);
    assertThat(alert.getInt("frame_id")).isEqualTo(17);
    assertThat(alert.getString("timestamp")).isEqualTo("2026-11-22T10:15:30.123Z");
    assertThat(alert.getJsonArray("detections")).hasSize(1);
    assertThat(alert.getJsonArray("alert_labels")).isEqualTo(list("truck"));
    assertThat(alert.getString("level")).isEqualTo("critical");
    assertThat(alert.getString("message")).isEqualTo("A truck stands in the way.");
  }

  @Test
  void fillsInWhatMayBeLeftOut() {
    post("2026-11-22T10:15:30Z");
    JsonObject alert = alerts().get(0);
    assertThat(alert.getJsonArray("detections")).isEmpty();
    assertThat(alert.getJsonArray("alert_labels")).isEmpty();
    assertThat(alert.getString("level")).isEqualTo("info");
    assertThat(alert.getString("message")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:15:30Z, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30.5, 2026-11-22T10:15:30.5Z",
    "2026-11-22T12:15:30+02:00, 2026-11-22T10:15:30Z",
    "2026-11-22T12:15:30+0200, 2026-11-22T10:15:30Z",
    "2026-11-22T00:15:30-10:00, 2026-11-22T10:15:30Z",
    "2026-11-22T10:15:30.123456, 2026-11-22T10:15:30.123456Z",
    "2026-11-22T10:15:30.123456+00:00, 2026-11-22T10:15:30.123456Z",
    "2026-11-22T10:15:30.123456789Z, 2026-11-22T10:15:30.123456789Z",
    "2026-11-22T10:15Z, 2026-11-22T10:15:00Z"
  })
  void readsInstantsWithAnyOffset(String sent, String meant) {
    post(sent);
    assertThat(Instant.parse(alerts().get(0).getString("timestamp")))
        .isEqualTo(Instant.parse(meant));
  }

  @ParameterizedTest
  @CsvSource({"yesterday at noon, WARNING, warning", "2026-11-22, fatal, info", "'', '', info"})
  void takesWhatAWorkerMeans(String timestamp, String level, String meant) {
    http.post(
            "/alerts",
            object(
                "worker_id",
                ID,
                "frame_id",
                1,
                "timestamp",
                timestamp,
                "level",
                level,
                "detections",
                list(detection("truck", 0.9, -7, -1, 3, 4))))
        .expect(201, Shape.DONE);
    JsonObject alert = alerts().get(0);
    assertThat(alert.getString("level")).isEqualTo(meant);
    assertThat(alert.getString("reported_timestamp")).isEqualTo(timestamp);
    assertThat(Instant.parse(alert.getString("timestamp")))
        .isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(alert.getJsonArray("detections"))
        .isEqualTo(list(detection("truck", 0.9, 0, 0, 3, 4)));
  }

  @Test
  void acknowledgesAnAlert() {
    post("2026-11-22T10:15:30Z");
    String number = alerts().get(0).get("alert_id").toString();
    http.post("/alerts/%s/acknowledge".formatted(number)).expect(200, Shape.DONE);
    assertThat(alerts().get(0).get("alert_id").toString()).isEqualTo(number);
    assertThat(alerts().get(0).isNull("acknowledged_at")).isFalse();
    http.post("/alerts/9999999999/acknowledge").problem(404);
    http.post("/alerts/first/acknowledge").problem(404);
  }

  @Test
  void keepsTheNewestTwoHundred() {
    IntStream.rangeClosed(1, 201).forEach(i -> post("2026-11-22T10:15:30Z"));
    assertThat(alerts()).hasSize(200);
  }

  @Test
  void raisesOneAlertForPersonAndTruckInOneFrame() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
    JsonObject person = detection("person", 0.9, 0, 0, 1, 1);
    JsonObject truck = detection("truck", 0.8, 0, 0, 1, 1);
    JsonObject unsure = detection("bus", 0.5, 0, 0, 1, 1);
    http.post("/results", result(ID, FRAME, person, truck, unsure)).expect(201);
    http.post("/results", result(ID, FRAME + 1, person, truck)).expect(201);
    JsonObject alert = raised(FRAME, "critical");
    assertThat(alert.getString("worker_id")).isEqualTo(ID);
    assertThat(alert.getJsonArray("alert_labels")).isEqualTo(list("person", "bus", "truck"));
    assertThat(alert.getJsonArray("detections")).hasSize(2);
    assertThat(alert.getInt("count")).isEqualTo(2);
    assertThat(alert.getJsonNumber("first_frame_id").longValueExact()).isEqualTo(FRAME);
    assertThat(alert.getJsonNumber("last_frame_id").longValueExact()).isEqualTo(FRAME + 1);
    http.delete("/workers/" + ID);
  }

  @Test
  void raisesAnAlertForEightVehiclesInOneFrame() {
    http.post("/register-worker", registration(ID, 9001)).expect(201);
    JsonObject[] seven = new JsonObject[7];
    java.util.Arrays.fill(seven, detection("car", 0.8, 0, 0, 1, 1));
    http.post("/results", result(ID, FRAME + 10, seven)).expect(201);
    JsonObject[] eight = java.util.Arrays.copyOf(seven, 8);
    eight[7] = detection("bicycle", 0.8, 0, 0, 1, 1);
    http.post("/results", result(ID, FRAME + 11, eight)).expect(201);
    JsonObject alert = raised(FRAME + 11, "warning");
    assertThat(alert.getJsonArray("alert_labels")).isEqualTo(list("bicycle", "car"));
    assertThat(alerts()).extracting(JobClient::frameId).doesNotContain(FRAME + 10);
    http.delete("/workers/" + ID);
  }

  private void post(String timestamp) {
    http.post("/alerts", object("worker_id", ID, "frame_id", 1, "timestamp", timestamp))
        .expect(201, Shape.DONE);
  }

  private JsonObject raised(long frameId, String level) {
    JsonObject alert =
        alerts().stream()
            .filter(a -> JobClient.frameId(a) == frameId && a.getString("level").equals(level))
            .findFirst()
            .orElseThrow();
    assertThat(Shape.LOGGED_ALERT.deviations(alert)).isEmpty();
    return alert;
  }

  private List<JsonObject> alerts() {
    List<JsonObject> alerts = http.get("/alerts").expect(200).objects();
    assertThat(alerts)
        .allSatisfy(alert -> assertThat(Shape.LOGGED_ALERT.deviations(alert)).isEmpty());
    return alerts;
  }
}
