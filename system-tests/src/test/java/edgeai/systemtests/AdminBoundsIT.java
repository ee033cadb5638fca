package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.registration;
import static edgeai.systemtests.fixture.CameraClient.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an admin server does at its bounds. */
@Timeout(300)
@StartsServers(Lane.ADMIN)
class AdminBoundsIT {
  private static final int MAX_CAMERAS = 40;

  private static ServerProcess admin;
  private static Http http;
  private static CameraClient cameras;

  @BeforeAll
  static void start() {
    admin =
        ServerProcess.admin(
                "bounded-admin",
                Map.of(
                    "MAX_CAMERAS",
                    String.valueOf(MAX_CAMERAS),
                    "MAX_WEBSOCKET_CLIENTS",
                    "2",
                    "CAMERA_HEARTBEAT_TIMEOUT",
                    "5"))
            .awaitReady();
    http = admin.http();
    cameras = new CameraClient(http);
  }

  @AfterAll
  static void stop() {
    admin.close();
  }

  @Test
  void aNewCameraTakesThePlaceOfTheOneOfflineLongestOrIsRefused() {
    cameras.register("first");
    await("the first falls silent")
        .atMost(Duration.ofSeconds(60))
        .until(() -> cameras.status("first").equals("offline"));
    int taken = 0;
    Reply last = null;
    for (int n = 0; n < 10 * MAX_CAMERAS; n++) {
      last = http.post("/register-camera", registration("flood-" + n));
      assertThat(last.status()).isIn(200, 429);
      taken += last.status() == 200 ? 1 : 0;
    }
    assertThat(taken).isGreaterThanOrEqualTo(MAX_CAMERAS);
    assertThat(http.get("/cameras").array()).hasSize(MAX_CAMERAS);
    assertThat(cameras.listed("first")).isEmpty();
  }

  @Test
  void aCameraThatFindsAllOthersActiveIsToldToComeLater() {
    for (int n = 0; n < MAX_CAMERAS; n++) {
      awaitPlace("busy-" + n);
    }
    Reply reply = null;
    for (int n = 0; n < 2 * MAX_CAMERAS && (reply == null || reply.status() == 200); n++) {
      IntStream.range(0, MAX_CAMERAS).forEach(i -> http.post("/heartbeat/busy-" + i));
      reply = http.post("/register-camera", registration("late-" + n));
    }
    assertThat(reply.problem(429)).contains("MAX_CAMERAS");
    assertThat(reply.header("Retry-After")).isNotEmpty();
  }

  private static void awaitPlace(String id) {
    await("a place for " + id)
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.post("/register-camera", registration(id)).status() == 200);
  }

  @Test
  void detectionsOfTooManyStrangersAndLabelsCountAsOther() {
    int strangers = 4 * MAX_CAMERAS;
    IntStream.range(0, strangers).forEach(n -> cameras.post(detection("stranger-" + n, "car")));
    int labels = 0;
    for (int event = 0; event < 7; event++) {
      JsonObjectBuilder counts = Json.createObjectBuilder();
      for (int n = 0; n < 200; n++) {
        counts.add("label-" + labels++, 1);
      }
      cameras.post(with(detection("stranger-0"), "object_counts", counts.build()));
    }
    JsonObject analytics = cameras.analytics();
    JsonObject perCamera = analytics.getJsonObject("per_camera");
    JsonObject perLabel = analytics.getJsonObject("type_distribution");
    assertThat(perCamera.size()).isBetween(2, 2 * MAX_CAMERAS + 1);
    assertThat(perCamera.getInt("other")).isGreaterThanOrEqualTo(strangers - 2 * MAX_CAMERAS);
    assertThat(perLabel).hasSize(1_001);
    assertThat(perLabel.getInt("other")).isGreaterThanOrEqualTo(labels - 1_000);
    assertThat(analytics.getInt("total_vehicles"))
        .isEqualTo(sum(perCamera))
        .isEqualTo(sum(perLabel));
  }

  private static int sum(JsonObject counts) {
    return counts.keySet().stream().mapToInt(counts::getInt).sum();
  }

  @Test
  void turnsAwayListenersBeyondItsNumber() {
    try (Listener one = Listener.of(admin);
        Listener two = Listener.of(admin);
        Listener three = Listener.of(admin)) {
      List<Listener> all = List.of(one, two, three);
      await("one is turned away")
          .atMost(Duration.ofSeconds(60))
          .until(() -> all.stream().anyMatch(Listener::isClosed));
      assertThat(all.stream().filter(Listener::isClosed))
          .singleElement()
          .satisfies(turnedAway -> assertThat(turnedAway.awaitClosed()).isEqualTo(1013));
    }
    await("the places are free again")
        .atMost(Duration.ofSeconds(60))
        .until(() -> http.get("/metrics").object().getInt("websocket_clients") == 0);
  }
}
