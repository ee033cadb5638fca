package edgeai.benchmark.jobs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import edgeai.common.piece.PieceHeader;
import edgeai.common.request.PieceLineWriter;
import edgeai.common.wire.PieceLine;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Wire;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A worker that decodes and infers nothing. It announces what the product's worker does, and
 * answers each frame, that of a piece as well, when one of its places had it for a set time.
 */
public final class PieceTaker implements AutoCloseable {
  private static final int BEAT_SECONDS = 5;
  private static final int OK = 200;

  private final Http coordinator;
  private final Plan plan;
  private final PlaceQueue queue;
  private final HttpServer server;
  private final JsonObject registration;
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong answered = new AtomicLong();
  private final AtomicLong wantedOfPieces = new AtomicLong();
  private final AtomicLong packetsOfPieces = new AtomicLong();

  /**
   * What it is like.
   *
   * @param places for frames at the same time
   * @param delay that a frame keeps one
   * @param width of every frame, as it says
   * @param height of every frame, as it says
   */
  public record Plan(int places, Duration delay, int width, int height) {
    double millis() {
      return delay.toNanos() / 1e6;
    }
  }

  private PieceTaker(Http coordinator, String id, Plan plan) throws IOException {
    this.coordinator = coordinator;
    this.plan = plan;
    queue = new PlaceQueue(plan.places(), plan.delay().toNanos(), System.nanoTime());
    InetAddress loopback = InetAddress.getLoopbackAddress();
    server = HttpServer.create(new InetSocketAddress(loopback, FreePort.next()), 0);
    registration =
        Wire.pieceRegistration(coordinator, id, server.getAddress().getPort(), plan.places());
  }

  /** Listens, registers and beats, and registers again where the coordinator has forgotten it. */
  public static PieceTaker join(Http coordinator, String id, Plan plan) throws IOException {
    PieceTaker taker = new PieceTaker(coordinator, id, plan);
    taker.server.setExecutor(taker.requests);
    taker.server.createContext("/process-frame", answering(taker::frame));
    taker.server.createContext("/process-piece", answering(taker::piece));
    taker.server.start();
    taker.register();
    taker.beats.scheduleAtFixedRate(taker::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    return taker;
  }

  /** Makes itself known to the coordinator, which may have been started again. */
  public void register() {
    coordinator.post("/register-worker", registration).expect(201);
  }

  private void beat() {
    try {
      if (coordinator.post("/heartbeat/" + id()).status() == 404) {
        register();
      }
    } catch (RuntimeException | AssertionError e) {
      // the coordinator is away and may come back
    }
  }

  private String id() {
    return registration.getString("worker_id");
  }

  /** Frames it has answered so far. */
  public long answered() {
    return answered.get();
  }

  /** Frames that were wanted of pieces so far. */
  public long wantedOfPieces() {
    return wantedOfPieces.get();
  }

  /** Packets that pieces had so far: what one that decodes would have had to decode at most. */
  public long packetsOfPieces() {
    return packetsOfPieces.get();
  }

  private interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  private static HttpHandler answering(Answer answer) {
    return exchange -> {
      try (exchange) {
        answer.to(exchange);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void frame(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
    long id = Long.parseLong(exchange.getRequestHeaders().getFirst("Frame-Id"));
    JsonObject result =
        Json.createObjectBuilder()
            .add("status", "ok")
            .add("task_id", exchange.getRequestHeaders().getFirst("Task-Id"))
            .add("frame_id", id)
            .add("detections", Wire.list())
            .add("processing_time_ms", plan.millis())
            .add("frame_width", plan.width())
            .add("frame_height", plan.height())
            .build();
    await(queue.book(System.nanoTime()));
    byte[] body = result.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, body.length);
    exchange.getResponseBody().write(body);
    answered.incrementAndGet();
  }

  private void piece(HttpExchange exchange) throws IOException, InterruptedException {
    DataInputStream in = new DataInputStream(exchange.getRequestBody());
    PieceHeader piece = PieceHeader.read(in);
    if (in.transferTo(OutputStream.nullOutputStream()) != piece.payloadBytes()) {
      throw new IOException("the piece does not hold what it begins with");
    }
    wantedOfPieces.addAndGet(piece.frames().size());
    packetsOfPieces.addAndGet(piece.packets().size());
    long now = System.nanoTime();
    long[] done = piece.frames().stream().mapToLong(wanted -> queue.book(now)).toArray();
    exchange.getResponseHeaders().add("Content-Type", PieceLineWriter.MEDIA_TYPE);
    exchange.sendResponseHeaders(OK, 0);
    OutputStream out = exchange.getResponseBody();
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    for (int at = 0; at < done.length; at++) {
      if (done[at] - System.nanoTime() > 0) {
        write(out, lines);
        await(done[at]);
      }
      lines.writeBytes(PieceLineWriter.line(line(piece.frames().get(at).id())));
      answered.incrementAndGet();
    }
    lines.writeBytes(PieceLineWriter.done(done.length));
    write(out, lines);
  }

  private PieceLine line(long frameId) {
    return new PieceLine(
        frameId, List.of(), plan.millis(), null, plan.width(), plan.height(), null);
  }

  /** As one, where several are done at the same time. */
  private static void write(OutputStream out, ByteArrayOutputStream lines) throws IOException {
    if (lines.size() > 0) {
      lines.writeTo(out);
      out.flush();
      lines.reset();
    }
  }

  private static void await(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanos - System.nanoTime());
  }

  @Override
  public void close() {
    beats.shutdownNow();
    try {
      coordinator.delete("/workers/" + id());
    } catch (UncheckedIOException e) {
      // the coordinator has gone before
    }
    server.stop(0);
    requests.shutdownNow();
  }
}
