package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Observability;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two camera nodes on the demo clip, as the admin server sees, commands and loses them. */
@Timeout(600)
@OnServers
class CameraIT {
  private static final Duration LIMIT = Duration.ofSeconds(120);

  /** Long enough for several events of a camera that counts. */
  private static final Duration STILL = Duration.ofSeconds(6);

  private final AdminServer admin;
  private final CameraClient cameras;

  CameraIT(AdminServer admin) {
    this.admin = admin;
    this.cameras = new CameraClient(admin.http());
  }

  private ServerProcess start(String id) {
    return ServerProcess.camera(
        id, admin.server().url(), Map.of("CAMERA_HEARTBEAT", "1", "CONFIDENCE_THRESHOLD", "0.2"));
  }

  private JsonObject command(String camera, String command) {
    return admin
        .http()
        .post("/camera-control", object("camera_id", camera, "command", command))
        .expect(200)
        .object();
  }

  private void awaitMore(String camera) {
    int before = cameras.counted(camera);
    await(camera + " counts").atMost(LIMIT).until(() -> cameras.counted(camera) > before);
  }

  /** On a busy machine a sign of life may be late. */
  private void awaitActive(String camera) {
    await(camera + " is active").atMost(LIMIT).until(() -> cameras.status(camera).equals("active"));
  }

  private void awaitAcknowledged(String camera, String command, String state) {
    JsonObject answer =
        await(camera + " acknowledges " + command)
            .atMost(LIMIT)
            .until(() -> command(camera, command), it -> it.getBoolean("acknowledged"));
    assertThat(answer.getBoolean("connected")).isTrue();
    assertThat(answer.getString("state")).isEqualTo(state);
  }

  @Test
  void twoCamerasCountAndObeyAndOneThatIsKilledCountsOnce() {
    try (ServerProcess one = start("camera-it-1");
        ServerProcess two = start("camera-it-2")) {
      List.of(one, two).forEach(ServerProcess::awaitReady);
      for (ServerProcess camera : List.of(one, two)) {
        awaitMore(camera.name());
        awaitActive(camera.name());
      }

      assertThat(Observability.metricsOf(one.http()))
          .containsAll(Observability.metricsOfRules("camera"));

      awaitAcknowledged(one.name(), "stop", "stopped");
      await("nothing is owed any more")
          .atMost(LIMIT)
          .until(() -> health(one).getInt("events_waiting") == 0);
      int stopped = cameras.counted(one.name());
      long inferred = frames(one);
      int other = cameras.counted(two.name());
      await("the counts stand still")
          .during(STILL)
          .atMost(STILL.multipliedBy(3))
          .until(() -> cameras.counted(one.name()) == stopped && frames(one) == inferred);
      assertThat(health(one).getString("state")).isEqualTo("stopped");
      assertThat(cameras.state(one.name())).isEqualTo("stopped");
      assertThat(cameras.state(two.name())).isEqualTo("running");
      awaitActive(one.name());
      assertThat(cameras.counted(two.name())).isGreaterThan(other);

      awaitAcknowledged(one.name(), "start", "running");
      awaitMore(one.name());
      awaitAcknowledged(one.name(), "restart", "running");
      awaitMore(one.name());
      requireCountedOnceThoughKilled(two);
    }
  }

  private void requireCountedOnceThoughKilled(ServerProcess camera) {
    camera.kill();
    try (ServerProcess again = camera.startAgain().awaitReady()) {
      awaitMore(again.name());
      List<String> ids =
          cameras.log(again.name()).stream().map(event -> event.getString("event_id")).toList();
      assertThat(ids).doesNotHaveDuplicates();
    }
  }

  private static JsonObject health(ServerProcess camera) {
    return camera.http().get("/health").expect(200).object().getJsonObject("camera");
  }

  private static long frames(ServerProcess camera) {
    return camera
        .http()
        .get("/metrics")
        .expect(200)
        .object()
        .getJsonObject("frames")
        .getInt("total");
  }
}
