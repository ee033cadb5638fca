package edgeai.systemtests.chaos;

import edgeai.common.piece.PieceHeader;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Two machines that were given the same id, and each registers over and over. */
final class Twins {
  private static final String ID = "twin";
  private static final long PERIOD_MS = 400;

  private Twins() {}

  static void begin(Scene scene) {
    ChaosPool pool = scene.pool();
    int[] ports = {pool.near().port(), pool.far().port()};
    String model = pool.http().get("/model").expect(200).object().getString("sha256");
    AtomicInteger turn = new AtomicInteger();
    ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    thread.scheduleWithFixedDelay(
        () -> register(pool.http(), ports[turn.getAndIncrement() % 2], model),
        0,
        PERIOD_MS,
        TimeUnit.MILLISECONDS);
    scene.atEnd(
        () -> {
          thread.shutdownNow();
          pool.http().delete("/workers/" + ID);
        });
  }

  private static void register(Http coordinator, int port, String model) {
    JsonObject registration =
        Json.createObjectBuilder(Wire.registration(ID, port, "yolov8n"))
            .add("accepts", Wire.list("image/jpeg", PieceHeader.MEDIA_TYPE))
            .add("model_sha256", model)
            .add("max_in_flight", 1)
            .build();
    coordinator.post("/register-worker", registration);
  }
}
