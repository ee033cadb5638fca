package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.instant;
import static edgeai.systemtests.fixture.CameraClient.newId;
import static edgeai.systemtests.fixture.CameraClient.registration;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every call of the admin server about cameras that the contract has, by plain HTTP. */
@OnServers
@Timeout(200)
class CamerasContractIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Http http;
  private final CameraClient cameras;

  CamerasContractIT(AdminServer admin) {
    this.http = admin.http();
    this.cameras = new CameraClient(http);
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
}
