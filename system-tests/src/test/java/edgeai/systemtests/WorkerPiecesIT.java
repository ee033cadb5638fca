package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.systemtests.fixture.Http;
import edgeai.systemtests.fixture.OnServers;
import edgeai.systemtests.fixture.Pool;
import edgeai.systemtests.fixture.RawConnection;
import edgeai.systemtests.fixture.Reply;
import edgeai.systemtests.fixture.ServerProcess;
import edgeai.systemtests.fixture.Traffic;
import edgeai.systemtests.fixture.TrafficPiece;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of video at this project's own worker. */
@OnServers
class WorkerPiecesIT {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final String PIECE = "application/vnd.edge.piece";
  private static final int FRAMES = 30;
  private static final long FIRST_ID = 7_100_000_000_000_000L;

  private static byte[] piece;

  private final ServerProcess worker;
  private final Http http;

  WorkerPiecesIT(Pool pool) {
    this.worker = pool.workers().get(0);
    this.http = worker.http();
  }

  @BeforeEach
  void cut() {
    if (piece == null) {
      piece = TrafficPiece.write("worker", FRAMES, FIRST_ID);
    }
  }

  /** No test leaves a piece behind. */
  @AfterEach
  void awaitPlaces() {
    await().atMost(LIMIT).until(() -> pieces().getInt("inflight") == 0);
  }

  private Reply post(byte[] body, String... headers) {
    return http.post("/process-piece", PIECE, body, headers);
  }

  private JsonObject pieces() {
    return http.get("/metrics").object().getJsonObject("pieces");
  }

  private static JsonObject line(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private RawConnection sendHead(int length) {
    return RawConnection.to(worker)
        .send(
            """
            POST /process-piece HTTP/1.1\r
            Host: localhost\r
            Content-Type: application/vnd.edge.piece\r
            Task-Id: job\r
            Content-Length: %d\r
            \r
            """
                .formatted(length));
  }

  @Test
  void everyFrameIsAnsweredWithWhatItShows() {
    int before = pieces().getInt("frames");
    Reply reply = post(piece, "Task-Id", "job").expect(200);

    assertThat(reply.header("Content-Type")).startsWith("application/x-ndjson");
    List<String> lines = reply.text().lines().toList();
    assertThat(lines).hasSize(FRAMES + 1).endsWith("{\"done\":%d}".formatted(FRAMES));
    List<JsonObject> frames = lines.stream().limit(FRAMES).map(WorkerPiecesIT::line).toList();
    assertThat(frames)
        .extracting(frame -> frame.getJsonNumber("frame_id").longValue())
        .doesNotHaveDuplicates();
    for (JsonObject frame : frames) {
      int number = (int) (frame.getJsonNumber("frame_id").longValueExact() - FIRST_ID);
      assertThat(frame.isNull("error")).as("%s", frame).isTrue();
      assertThat(frame.getInt("frame_width")).isEqualTo(Traffic.WIDTH);
      assertThat(frame.getInt("frame_height")).isEqualTo(Traffic.HEIGHT);
      // the same as of its picture
      assertThat(Traffic.found(frame)).as("frame %d", number).isEqualTo(Traffic.expected(number));
    }
    assertThat(pieces().getInt("frames")).isEqualTo(before + FRAMES);
  }

  @Test
  void anotherTypeIsNotTaken() {
    assertThat(http.post("/process-piece", "video/mp4", piece, "Task-Id", "job").problem(415))
        .contains(PIECE);
  }

  @Test
  void thereIsNoGettingOne() {
    http.get("/process-piece").problem(405);
  }

  @Test
  void aPieceNamesItsJob() {
    assertThat(post(piece).problem(422)).contains("Task-Id");
  }

  @Test
  void anotherModelIsNotTakenFor() {
    String other = "ab".repeat(32);
    assertThat(post(piece, "Task-Id", "job", "Model-Sha256", other).problem(409)).contains(other);
  }

  @Test
  void whatIsNoPieceIsToldSo() {
    assertThat(post(new byte[5_000], "Task-Id", "job").problem(400)).contains("no piece");
    assertThat(post(new byte[0], "Task-Id", "job").problem(400)).contains("breaks off");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.5, 0.999})
  void aPieceThatBreaksOffIsToldSo(double share) {
    byte[] cut = Arrays.copyOf(piece, (int) (piece.length * share));
    assertThat(post(cut, "Task-Id", "job").problem(400)).contains("breaks off");
  }

  @Test
  void pastItsPlacesAPieceIsTurnedAwayUntilOneIsFree() {
    List<RawConnection> halves = new ArrayList<>();
    try {
      for (int half = 1; half <= 4; half++) {
        RawConnection connection = sendHead(piece.length);
        halves.add(connection);
        connection.send(piece, 0, piece.length / 2);
      }
      await().atMost(LIMIT).until(() -> pieces().getInt("inflight") == 4);

      Reply refused = post(piece, "Task-Id", "job");

      assertThat(refused.problem(503)).contains("4 pieces");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
    } finally {
      halves.forEach(RawConnection::close);
    }
    await().atMost(LIMIT).until(() -> post(piece, "Task-Id", "job").status() == 200);
  }

  @Test
  void whoeverGoesEndsThePiece() {
    try (RawConnection gone = sendHead(piece.length)) {
      gone.send(piece, 0, piece.length);
    }
    try (RawConnection half = sendHead(piece.length)) {
      half.send(piece, 0, piece.length / 2);
      await().atMost(LIMIT).until(() -> pieces().getInt("inflight") > 0);
    }

    await().atMost(LIMIT).until(() -> pieces().getInt("inflight") == 0);
    post(piece, "Task-Id", "job").expect(200);
  }
}
