package edgeai.systemtests;

import static edgeai.systemtests.fixture.CameraClient.detection;
import static edgeai.systemtests.fixture.CameraClient.with;
import static edgeai.systemtests.fixture.Wire.object;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.CameraClient;
import edgeai.systemtests.fixture.EventFill;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Listener;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.StartsServers;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast and how large an admin server is: prints figures and asserts none. {@code EDGE_EVENTS}
 * says how many events the last measurement stores.
 */
@Tag("long")
@StartsServers(Lane.ADMIN)
class AdminLoadIT {
  private static final int SENDERS = 8;
  private static final int EVENTS_A_ROUND = 4_000;
  private static final int CAMERAS = 10;
  private static final int POSTED = 10_000;
  private static final long STORED =
      Long.parseLong(System.getenv().getOrDefault("EDGE_EVENTS", "1000000"));

  @Test
  void eventsASecondWithListeners() throws ExecutionException, InterruptedException {
    ServerProcess admin = ServerProcess.admin("loaded-admin", Map.of()).awaitReady();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    List<Listener> listeners = new ArrayList<>();
    try {
      post(admin, senders, EVENTS_A_ROUND);
      for (int number : new int[] {0, 50, 200}) {
        while (listeners.size() < number) {
          listeners.add(Listener.counting(admin));
        }
        long heard = heard(listeners);
        Duration busy = admin.usage().processorTime();
        long start = System.nanoTime();
        double[] millis = post(admin, senders, EVENTS_A_ROUND);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
            "%3d listeners: %.0f events/s, POST p50 %.1f ms, p99 %.1f ms, max %.0f ms,"
                + " %.2f ms of processor time an event, heard %.1f %% when the last was answered%n",
            number,
            EVENTS_A_ROUND / seconds,
            percentile(millis, 0.5),
            percentile(millis, 0.99),
            percentile(millis, 1),
            (double) admin.usage().processorTime().minus(busy).toMillis() / EVENTS_A_ROUND,
            number == 0 ? 100.0 : 100.0 * (heard(listeners) - heard) / number / EVENTS_A_ROUND);
      }
      double[] alone = new double[300];
      Http http = new Http(admin.url());
      for (int i = 0; i < alone.length; i++) {
        alone[i] = timed(() -> http.post("/camera-detection", event(0)).expect(200));
      }
      System.out.printf(
          "one sender, 200 listeners: POST p50 %.1f ms, p99 %.1f ms%n",
          percentile(alone, 0.5), percentile(alone, 0.99));
      System.out.printf("resident: %d MB%n", admin.usage().residentBytes() >> 20);
    } finally {
      listeners.forEach(Listener::close);
      senders.shutdownNow();
      admin.close();
    }
  }

  private static long heard(List<Listener> listeners) {
    return listeners.stream().mapToLong(Listener::count).sum();
  }

  @Test
  void aMillionEvents() throws ExecutionException, InterruptedException, SQLException {
    ServerProcess admin = ServerProcess.admin("large-admin", Map.of()).awaitReady();
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    try {
      post(admin, senders, POSTED);
      print(admin, POSTED);
      admin.terminate();
      EventFill.add(admin.data(), STORED - POSTED);
      admin = admin.startAgain().awaitReady();
      post(admin, senders, POSTED);
      print(admin, STORED + POSTED);
      admin.kill();
      long start = System.nanoTime();
      admin = admin.startAgain().awaitReady();
      System.out.printf("restart after kill -9: %.1f s%n", (System.nanoTime() - start) / 1e9);
      print(admin, STORED + POSTED);
    } finally {
      senders.shutdownNow();
      admin.close();
    }
  }

  private static void print(ServerProcess admin, long events) {
    System.out.printf(
        "%d events: resident %d MB, on disk %d MB%n",
        events, admin.usage().residentBytes() >> 20, bytesIn(admin) >> 20);
    printReads(admin.http());
    assertThat(new CameraClient(admin.http()).analytics().getJsonNumber("total_vehicles"))
        .hasToString(String.valueOf(3 * events));
  }

  private static long bytesIn(ServerProcess admin) {
    try (Stream<Path> files = Files.list(admin.data())) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void printReads(Http http) {
    for (String path :
        List.of(
            "/analytics",
            "/analytics?bucket=minute",
            "/analytics?bucket=day",
            "/detections",
            "/detections?camera_id=camera-1",
            "/detections?label=bus",
            "/detections?label=unheard-of",
            "/detections?since=" + Instant.now().minusSeconds(60))) {
      double[] millis = new double[20];
      for (int i = 0; i < millis.length; i++) {
        millis[i] = timed(() -> http.get(path).expect(200));
      }
      System.out.printf(
          "  GET %s: p50 %.1f ms, max %.1f ms%n",
          path, percentile(millis, 0.5), percentile(millis, 1));
    }
  }

  /** Posts events from all senders and gives how long each took, in ms. */
  private static double[] post(ServerProcess admin, ExecutorService senders, int events)
      throws ExecutionException, InterruptedException {
    List<Future<double[]>> parts = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      int share = events / SENDERS;
      parts.add(
          senders.submit(
              () -> {
                Http http = new Http(admin.url());
                double[] millis = new double[share];
                for (int i = 0; i < share; i++) {
                  JsonObject event = event(i);
                  millis[i] = timed(() -> http.post("/camera-detection", event).expect(200));
                }
                return millis;
              }));
    }
    List<double[]> all = new ArrayList<>();
    for (Future<double[]> part : parts) {
      all.add(part.get());
    }
    return all.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  private static JsonObject event(int number) {
    JsonObject event = detection("camera-" + number % CAMERAS, "car", "bus");
    event = with(event, "timestamp", Instant.now().toString());
    event = with(event, "object_counts", object("car", 2, "bus", 1));
    return with(event, "event_id", UUID.randomUUID().toString());
  }

  private static double timed(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return Duration.ofNanos(System.nanoTime() - start).toNanos() / 1e6;
  }

  private static double percentile(double[] millis, double share) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.max(0, Math.ceil(share * sorted.length) - 1)];
  }
}
