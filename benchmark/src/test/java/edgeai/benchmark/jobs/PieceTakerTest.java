package edgeai.benchmark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.net.httpserver.HttpServer;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.piece.PiecePacket;
import edgeai.common.request.PieceLineReader;
import edgeai.common.wire.PieceLine;
import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PieceTakerTest {
  private static final byte[] NOTHING = {};

  private HttpServer coordinator;
  private PieceTaker taker;
  private JsonObject registration;
  private Http worker;

  @BeforeEach
  void join() throws IOException {
    coordinator = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    coordinator.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean registers = exchange.getRequestURI().getPath().equals("/register-worker");
            if (registers) {
              registration = read(body);
            }
            byte[] answer = "{\"sha256\":\"abc\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(registers ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    coordinator.start();
    Http http = new Http("http://127.0.0.1:" + coordinator.getAddress().getPort());
    taker = PieceTaker.join(http, "taker", new PieceTaker.Plan(4, Duration.ofMillis(5), 1280, 720));
    worker = new Http("http://127.0.0.1:" + registration.getInt("port"));
  }

  @AfterEach
  void end() {
    taker.close();
    coordinator.stop(0);
  }

  private static JsonObject read(String json) {
    return Json.createReader(new StringReader(json)).readObject();
  }

  @Test
  void announcesPiecesAndTheModelOfThePool() {
    assertThat(registration.getJsonArray("accepts").toString())
        .contains("image/jpeg")
        .contains(PieceHeader.MEDIA_TYPE);
    assertThat(registration.getString("model_sha256")).isEqualTo("abc");
    assertThat(registration.getInt("max_in_flight")).isEqualTo(4);
  }

  @Test
  void answersEveryFrameOfAPieceWithALineAndThenSaysHowMany() throws IOException {
    ByteArrayOutputStream piece = new ByteArrayOutputStream();
    piece.write(
        new PieceHeader(
                NOTHING,
                NOTHING,
                0.5,
                List.of(new PieceFrame(7, 0, 0, 0, false), new PieceFrame(8, 2, 2, 66_666, false)),
                List.of(
                    new PiecePacket(3, 0, 0, 1),
                    new PiecePacket(2, 1, 1, 0),
                    new PiecePacket(1, 2, 2, 0)))
            .bytes());
    piece.write(new byte[6]);

    Reply reply = worker.post("/process-piece", PieceHeader.MEDIA_TYPE, piece.toByteArray());

    PieceLineReader lines =
        new PieceLineReader(
            new ByteArrayInputStream(reply.expect(200).text().getBytes(StandardCharsets.UTF_8)),
            Set.of(7L, 8L),
            Set.of());
    PieceLine first = lines.next().orElseThrow();
    assertThat(first.frameId()).isEqualTo(7);
    assertThat(first.isDone()).isTrue();
    assertThat(first.detections()).isEmpty();
    assertThat(first.frameWidth()).isEqualTo(1280);
    assertThat(lines.next()).map(PieceLine::frameId).contains(8L);
    assertThat(lines.next()).isEmpty();
    assertThat(taker.answered()).isEqualTo(2);
    assertThat(taker.wantedOfPieces()).isEqualTo(2);
    assertThat(taker.packetsOfPieces()).isEqualTo(3);
  }

  @Test
  void goesWhereTheCoordinatorHasGoneBefore() {
    coordinator.stop(0);

    assertThatCode(taker::close).doesNotThrowAnyException();
  }

  @Test
  void answersASingleFrameAsWell() {
    Reply reply =
        worker.post(
            "/process-frame", "image/jpeg", new byte[10], "Task-Id", "frame-9", "Frame-Id", "9");

    JsonObject result = reply.expect(200).object();
    assertThat(result.getString("status")).isEqualTo("ok");
    assertThat(result.getString("task_id")).isEqualTo("frame-9");
    assertThat(result.getInt("frame_id")).isEqualTo(9);
  }
}
