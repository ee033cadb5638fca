package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.newId;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.ExpositionText;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Shape;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code /ws/cameras}: what it pushes, what it takes, and what a client that does not read costs.
 */
@OnServers
@Timeout(200)
class AdminLiveIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final ServerProcess admin;
  private final Http http;
  private final CameraClient cameras;

  AdminLiveIT(AdminServer admin) {
    this.admin = admin.server();
    this.http = admin.http();
    this.cameras = new CameraClient(http);
  }

  private static boolean is(JsonObject data, String id) {
    return data.getString("camera_id").equals(id);
  }

  @Test
  void pushesEventsAsValidatedToEverybody() {
    String id = newId();
    cameras.register(id);
    try (Listener one = Listener.of(admin);
        Listener other = Listener.of(admin)) {
      cameras.post(with(detection(id, "car", "bus"), "unknown", "field"));
      http.post("/camera-alerts", object("camera_id", id, "timestamp", CameraClient.TIME))
          .expect(201);
      http.post("/camera-control", object("camera_id", id, "command", "stop", "x", 1)).expect(200);
      for (Listener listener : List.of(one, other)) {
        JsonObject detection = listener.await("detection", data -> is(data, id));
        assertThat(detection)
            .isEqualTo(
                Json.createObjectBuilder(detection(id, "car", "bus"))
                    .add("object_counts", object())
                    .addNull("event_id")
                    .build());
        JsonObject alert = listener.await("alert", data -> is(data, id));
        assertThat(Shape.CAMERA_ALERT.deviations(alert)).isEmpty();
        assertThat(alert.getString("level")).isEqualTo("info");
        http.post("/camera-alerts/%s/acknowledge".formatted(alert.get("alert_id"))).expect(200);
        assertThat(listener.await("alert_acknowledged", data -> is(data, id)).get("alert_id"))
            .isEqualTo(alert.get("alert_id"));
        assertThat(listener.await("control", data -> is(data, id)))
            .isEqualTo(object("camera_id", id, "command", "stop"));
      }
    }
  }

  @Test
  void pushesWhatBecomesOfACamera() {
    String id = newId();
    try (Listener listener = Listener.of(admin)) {
      cameras.register(id);
      JsonObject camera = listener.await("camera", data -> is(data, id));
      assertThat(Shape.CAMERA.deviations(camera)).isEmpty();
      awaitStatus(listener, id, "offline");
      http.post("/heartbeat/" + Http.inPath(id)).expect(200);
      http.delete("/cameras/" + Http.inPath(id)).expect(200);
      awaitStatus(listener, id, "removed");
      assertThat(
              listener.data("camera").stream()
                  .filter(data -> is(data, id))
                  .map(data -> data.getString("status")))
          .containsExactly("active", "offline", "active", "removed");
    }
  }

  private static void awaitStatus(Listener listener, String id, String status) {
    listener.await("camera", data -> is(data, id) && data.getString("status").equals(status));
  }

  @Test
  void ignoresWhatClientsSay() {
    String id = newId();
    try (Listener listener = Listener.of(admin)) {
      listener.send("hello");
      listener.send("x".repeat(65_536));
      listener.send(new byte[1_000]);
      listener.sendInParts("{\"type\":", "\"ack\"}");
      cameras.post(detection(id));
      listener.await("detection", data -> is(data, id));
      assertThat(listener.isClosed()).isFalse();
    }
  }

  @Test
  void closesWhoSaysTooMuch() {
    try (Listener text = Listener.of(admin);
        Listener binary = Listener.of(admin)) {
      text.send("x".repeat(65_537));
      binary.send(new byte[65_537]);
      assertThat(text.awaitClosed()).isEqualTo(1009);
      assertThat(binary.awaitClosed()).isEqualTo(1009);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "http://localhost.evil.example:4200", "null"})
  void refusesPagesOfStrangers(String origin) {
    assertThatThrownBy(() -> Listener.page(admin, origin))
        .hasRootCauseMessage("Unexpected HTTP response status code 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:4201", "http://127.0.0.1:4200"})
  void takesPagesOfThisMachine(String origin) {
    try (Listener page = Listener.page(admin, origin)) {
      assertThat(page.isClosed()).isFalse();
    }
  }

  @Test
  void refusesANodeWithoutAProperName() {
    try (Listener node = Listener.node(admin, "a\u0000b")) {
      assertThat(node.awaitClosed()).isEqualTo(1008);
    }
  }

  @Test
  void aCommandWaitsForTheWordOfItsCameraOnly() {
    String id = newId();
    cameras.register(id);
    try (Listener node = Listener.node(admin, id);
        Listener stranger = Listener.node(admin, newId());
        Listener dashboard = Listener.of(admin)) {
      JsonObject deaf = command(id, "stop").join();
      assertThat(deaf.getBoolean("connected")).isTrue();
      assertThat(deaf.getBoolean("acknowledged")).isFalse();
      String ack =
          object(
                  "type",
                  "ack",
                  "data",
                  object("camera_id", id, "command", "start", "state", "running"))
              .toString();
      CompletableFuture<JsonObject> answer = command(id, "start");
      for (Listener listener : List.of(node, dashboard)) {
        listener.await(
            "control", data -> is(data, id) && data.getString("command").equals("start"));
      }
      stranger.send(ack);
      dashboard.send(ack);
      node.send("{\"type\":\"ack\",\"data\":[]}");
      node.send(ack);
      JsonObject obeyed = answer.join();
      assertThat(obeyed.getBoolean("connected")).isTrue();
      assertThat(obeyed.getBoolean("acknowledged")).isTrue();
      assertThat(obeyed.getString("state")).isEqualTo("running");
      dashboard.await("ack", data -> is(data, id));
      assertThat(dashboard.data("ack").stream().filter(data -> is(data, id))).hasSize(1);
    }
    await("the node is gone")
        .atMost(SOON)
        .until(() -> !command(id, "stop").join().getBoolean("connected"));
  }

  @Test
  void aNodeHearsItsOwnCommandsAndNothingElse() {
    String id = newId();
    String other = newId();
    cameras.register(id);
    cameras.register(other);
    try (Listener node = Listener.node(admin, id);
        Listener laptopWithoutName = Listener.of(admin)) {
      cameras.post(detection(id, "car"));
      cameras.post(detection(other, "car"));
      http.post("/camera-alerts", object("camera_id", other, "timestamp", CameraClient.TIME))
          .expect(201);
      command(other, "stop").join();
      command(id, "restart").join();
      laptopWithoutName.await("control", data -> is(data, id));
      node.await("control", data -> is(data, id));

      assertThat(node.count()).isEqualTo(1);
      for (String type : List.of("detection", "alert")) {
        laptopWithoutName.await(type, data -> is(data, other));
      }
      laptopWithoutName.await("control", data -> is(data, other));
    }
  }

  private CompletableFuture<JsonObject> command(String id, String command) {
    return CompletableFuture.supplyAsync(
        () ->
            http.post("/camera-control", object("camera_id", id, "command", command))
                .expect(200)
                .object());
  }

  @Test
  void aClientThatNeverReadsDelaysNobodyAndIsClosed() {
    String id = newId();
    JsonObject detection = with(detection(id), "object_counts", manyCounts());
    List<Listener> listeners = new ArrayList<>();
    double closedBefore = closedAsStalled();
    try (RawConnection stalled = RawConnection.to(admin, 4 << 10)) {
      stalled.send(
          """
          GET /ws/cameras HTTP/1.1\r
          Host: localhost\r
          Upgrade: websocket\r
          Connection: Upgrade\r
          Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
          Sec-WebSocket-Version: 13\r
          \r
          """);
      IntStream.range(1, 200).forEach(n -> listeners.add(Listener.of(admin)));
      await("all are there")
          .atMost(SOON)
          .until(() -> http.get("/metrics").object().getInt("websocket_clients") >= 200);
      int events = 120;
      IntStream.range(0, events).forEach(n -> cameras.post(detection));
      for (Listener listener : listeners) {
        await("everything arrives")
            .atMost(SOON)
            .until(
                () ->
                    listener.count() >= events
                        && listener.data("detection").stream().filter(d -> is(d, id)).count()
                            == events);
      }
      await("the stalled one is closed")
          .atMost(SOON)
          .until(() -> closedAsStalled() == closedBefore + 1);
      assertThat(listeners).noneMatch(Listener::isClosed);
    } finally {
      listeners.forEach(Listener::close);
    }
  }

  private static JsonObject manyCounts() {
    JsonObjectBuilder counts = Json.createObjectBuilder();
    IntStream.range(0, 40)
        .forEach(n -> counts.add("label %02d %s".formatted(n, "x".repeat(40)), 1));
    return counts.build();
  }

  private double closedAsStalled() {
    return new ExpositionText(http.get("/metrics", "Accept", "text/plain").text())
        .value("edge_websocket_closed_total{reason=\"stalled\"}")
        .orElse(0.0);
  }
}
