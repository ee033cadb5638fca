package edgeai.systemtests;

import static edgeai.systemtests.fixture.Wire.list;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.AdminServer;
import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.ServerProcess;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A client that lives exactly as the contract says of a camera laptop. */
@OnServers
@Timeout(200)
class AdminLaptopIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final ServerProcess admin;
  private final Http http;
  private final CameraClient cameras;

  AdminLaptopIT(AdminServer admin) {
    this.admin = admin.server();
    this.http = admin.http();
    this.cameras = new CameraClient(http);
  }

  /** Registers, beats, reports what it sees without event ids, and obeys what it hears. */
  private final class Laptop implements AutoCloseable {
    private final String id = "laptop-" + UUID.randomUUID();
    private final Listener ear = Listener.of(admin);
    private final AtomicBoolean detecting = new AtomicBoolean(true);
    private final AtomicInteger reported = new AtomicInteger();
    private int obeyed;

    void register() {
      http.post(
              "/register-camera",
              object("camera_id", id, "hostname", "LAPTOP-7", "ip_address", "10.0.0.7"))
          .expect(200);
    }

    /** One round of its life. */
    void live() {
      List<JsonObject> commands =
          ear.data("control").stream()
              .filter(control -> control.getString("camera_id").equals(id))
              .toList();
      for (; obeyed < commands.size(); obeyed++) {
        detecting.set(!commands.get(obeyed).getString("command").equals("stop"));
      }
      if (http.post("/heartbeat/" + id).status() == 404) {
        register();
      }
      if (detecting.get()) {
        report();
      }
      http.get("/analytics").expect(200);
    }

    private void report() {
      // a laptop writes its time without an offset
      String time = LocalDateTime.now(ZoneOffset.UTC).toString();
      assertThat(
              http.post(
                      "/camera-detection",
                      object(
                          "camera_id",
                          id,
                          "timestamp",
                          time,
                          "detected_vehicles",
                          2,
                          "vehicle_types",
                          list("car", "truck")))
                  .expect(200)
                  .object())
          .isEqualTo(object("status", "ok"));
      reported.incrementAndGet();
    }

    @Override
    public void close() {
      ear.close();
    }
  }

  @Test
  void isSeenCountedAndCommanded() {
    try (Laptop laptop = new Laptop()) {
      laptop.register();
      laptop.live();
      laptop.live();
      assertThat(cameras.status(laptop.id)).isEqualTo("active");
      assertThat(cameras.counted(laptop.id)).isEqualTo(2 * laptop.reported.get());

      command(laptop.id, "stop");
      await("it obeys").atMost(SOON).until(() -> lives(laptop, false));
      int standing = cameras.counted(laptop.id);
      laptop.live();
      assertThat(cameras.counted(laptop.id)).isEqualTo(standing);
      assertThat(cameras.status(laptop.id)).isEqualTo("active");

      command(laptop.id, "start");
      await("it goes on").atMost(SOON).until(() -> lives(laptop, true));
      assertThat(cameras.counted(laptop.id)).isGreaterThan(standing);

      await("offline when it is silent")
          .atMost(SOON)
          .until(() -> cameras.status(laptop.id).equals("offline"));
      http.delete("/cameras/" + laptop.id).expect(200);
      laptop.live();
      assertThat(cameras.status(laptop.id)).as("registered again").isEqualTo("active");
      assertThat(cameras.counted(laptop.id)).isEqualTo(2 * laptop.reported.get());
    }
  }

  private static boolean lives(Laptop laptop, boolean detecting) {
    laptop.live();
    return laptop.detecting.get() == detecting;
  }

  private void command(String id, String command) {
    http.post("/camera-control", object("camera_id", id, "command", command)).expect(200);
  }
}
