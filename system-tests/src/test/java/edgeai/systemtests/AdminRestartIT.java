package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server is killed amid posts, and every event is counted once; then it ends in order. */
@Tag("long")
@Timeout(400)
@StartsServers(Lane.ADMIN)
class AdminRestartIT {
  private static final int SENDERS = 6;
  private static final int EVENTS = 120;

  @Test
  void losesNothingAndCountsNothingTwice() {
    ServerProcess admin =
        ServerProcess.admin("killed-admin", Map.of("CAMERA_HEARTBEAT_TIMEOUT", "86400"))
            .awaitReady();
    AtomicInteger answered = new AtomicInteger();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      CameraClient cameras = new CameraClient(admin.http());
      List<String> registered = new ArrayList<>();
      for (int sender = 0; sender < SENDERS; sender++) {
        registered.add(cameras.register("camera-" + sender).getString("registered_at"));
      }
      JsonObject alert = object("camera_id", "camera-0", "timestamp", CameraClient.TIME);
      admin.http().post("/camera-alerts", with(alert, "message", "first")).expect(201);
      admin.http().post("/camera-alerts", with(alert, "message", "second")).expect(201);
      List<CompletableFuture<Void>> sending = new ArrayList<>();
      String origin = admin.url();
      for (int sender = 0; sender < SENDERS; sender++) {
        String id = "camera-" + sender;
        sending.add(
            CompletableFuture.runAsync(() -> send(new Http(origin), id, answered), senders));
      }
      await("part of the events is there")
          .atMost(Duration.ofMinutes(2))
          .until(() -> answered.get() > SENDERS * EVENTS / 4);
      admin.kill();
      int owed = 2 * answered.get();
      admin = admin.startAgain().awaitReady();
      assertThat(admin.http().get("/cameras").objects())
          .extracting(camera -> camera.getString("registered_at"))
          .isEqualTo(registered);
      assertThat(admin.http().get("/camera-alerts").objects())
          .extracting(raised -> raised.getString("message"))
          .containsExactly("second", "first");
      assertThat(new CameraClient(admin.http()).analytics().getInt("total_vehicles"))
          .isGreaterThanOrEqualTo(owed);
      CompletableFuture.allOf(sending.toArray(CompletableFuture[]::new)).join();
      requireAllOnce(admin.http());
      admin.endInOrder();
    } finally {
      senders.shutdownNow();
      admin.close();
    }
  }

  /** Sends each event until it is answered, as a camera does that keeps what it owes. */
  private static void send(Http http, String cameraId, AtomicInteger answered) {
    for (int n = 0; n < EVENTS; n++) {
      JsonObject event =
          with(detection(cameraId, "car", "bus"), "event_id", UUID.randomUUID().toString());
      await("answered")
          .atMost(Duration.ofMinutes(4))
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(50))
          .ignoreException(UncheckedIOException.class)
          .until(() -> http.post("/camera-detection", event).status() == 200);
      answered.incrementAndGet();
    }
  }

  private static void requireAllOnce(Http http) {
    CameraClient cameras = new CameraClient(http);
    JsonObject analytics = cameras.analytics();
    assertThat(analytics.getInt("total_vehicles")).isEqualTo(2 * SENDERS * EVENTS);
    assertThat(analytics.getJsonObject("type_distribution"))
        .isEqualTo(object("bus", SENDERS * EVENTS, "car", SENDERS * EVENTS));
    for (int sender = 0; sender < SENDERS; sender++) {
      assertThat(cameras.counted("camera-" + sender)).isEqualTo(2 * EVENTS);
      assertThat(cameras.log("camera-" + sender))
          .extracting(line -> line.getString("event_id"))
          .hasSize(EVENTS)
          .doesNotHaveDuplicates();
    }
    assertThat(analytics.getJsonArray("timeline")).hasSize(100);
  }
}
