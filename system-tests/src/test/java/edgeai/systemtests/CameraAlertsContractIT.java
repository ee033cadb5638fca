package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.instant;
import static edgeai.systemtests.fixture.CameraClient.newId;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call of the admin server about alerts of cameras that the contract has, by plain HTTP. */
@OnServers
@Timeout(200)
class CameraAlertsContractIT {
  private final Http http;

  CameraAlertsContractIT(AdminServer admin) {
    this.http = admin.http();
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
}
