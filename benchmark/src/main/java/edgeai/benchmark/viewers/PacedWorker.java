package edgeai.benchmark.viewers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A worker that infers nothing: it takes frames as the product's does, one waiting while one is
 * done, and answers each with the same cars after a set time.
 */
final class PacedWorker implements AutoCloseable {
  private static final int BEAT_SECONDS = 5;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final JsonObject[] CARS = {
    Wire.detection("car", 0.9, 100, 400, 300, 520),
    Wire.detection("car", 0.8, 500, 380, 680, 480),
    Wire.detection("bus", 0.7, 800, 300, 1150, 520)
  };

  private final Http coordinator;
  private final String id;
  private final long paceNanos;
  private final HttpServer server;
  private final ScheduledExecutorService threads;
  private final Ticks done = new Ticks();
  private long next = System.nanoTime();

  private PacedWorker(Http coordinator, String id, Duration pace, int places) throws IOException {
    this.coordinator = coordinator;
    this.id = id;
    this.paceNanos = pace.toNanos();
    InetAddress loopback = InetAddress.getLoopbackAddress();
    this.server = HttpServer.create(new InetSocketAddress(loopback, FreePort.next()), 0);
    this.threads = Executors.newScheduledThreadPool(places + 1);
  }

  /**
   * Listens and registers.
   *
   * @param pace from one frame done to the next
   * @param places for frames at the same time
   */
  static PacedWorker join(Http coordinator, String id, Duration pace, int places)
      throws IOException {
    PacedWorker worker = new PacedWorker(coordinator, id, pace, places);
    worker.server.setExecutor(worker.threads);
    worker.server.createContext("/process-frame", worker::answer);
    worker.server.start();
    int port = worker.server.getAddress().getPort();
    coordinator.post("/register-worker", Wire.binaryRegistration(id, port, places)).expect(201);
    worker.threads.scheduleAtFixedRate(
        () -> coordinator.post("/heartbeat/" + id), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    return worker;
  }

  /** When frames were done. */
  Ticks done() {
    return done;
  }

  /** Waits until so many more frames are done. */
  void awaitMore(int frames) {
    int wanted = done.count() + frames;
    Awaitility.await(frames + " frames").atMost(LIMIT).until(() -> done.count() >= wanted);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      infer();
      byte[] body = result(exchange.getRequestHeaders()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String result(Headers frame) {
    JsonObjectBuilder result =
        Json.createObjectBuilder()
            .add("status", "ok")
            .add("task_id", frame.getFirst("Task-Id"))
            .add("frame_id", Long.parseLong(frame.getFirst("Frame-Id")))
            .add("detections", Wire.list((Object[]) CARS))
            .add("processing_time_ms", paceNanos / 1e6);
    if (frame.containsKey("Frame-Width")) {
      result
          .add("frame_width", Integer.parseInt(frame.getFirst("Frame-Width")))
          .add("frame_height", Integer.parseInt(frame.getFirst("Frame-Height")));
    }
    return result.build().toString();
  }

  /** One frame at a time; that a sleep lasts too long does not add up. */
  private synchronized void infer() {
    next = Math.max(next, System.nanoTime()) + paceNanos;
    try {
      TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    done.add(System.nanoTime());
  }

  @Override
  public void close() {
    coordinator.delete("/workers/" + id);
    server.stop(0);
    threads.shutdownNow();
  }
}
