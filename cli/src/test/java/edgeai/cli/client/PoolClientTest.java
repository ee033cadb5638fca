package edgeai.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.fixture.PlainServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoolClientTest {
  private final PlainServer server = new PlainServer();
  private final PoolClient client = new PoolClient(new Web(), server.address());

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void framesComePageByPage() throws IOException, InterruptedException {
    server
        .answers(
            "GET /jobs/a%20b/frames?limit=500", 200, "[{\"n\":1}]", Map.of("Next-Cursor", "x+y"))
        .answers("GET /jobs/a%20b/frames?limit=500&cursor=x%2By", 200, "[{\"n\":2}]");
    List<Integer> seen = new ArrayList<>();
    client.frames("a b", frame -> seen.add(frame.path("n").asInt()));
    assertThat(seen).containsExactly(1, 2);
  }

  @Test
  void aRefusalIsToldInItsOwnWords() {
    server.answers("GET /jobs/1", 404, "{\"detail\":\"there is no job 1\"}");
    assertThatThrownBy(() -> client.job("1"))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no job 1");
  }

  @Test
  void anAnswerWithoutBoundsIsNotTaken() {
    server.answers("GET /jobs/1", 200, " ".repeat((16 << 20) + 1));
    assertThatThrownBy(() -> client.job("1"))
        .isInstanceOf(IOException.class)
        .hasMessage("it answers more than 16777216 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"a\":", "{} {}"})
  void whatIsNoJsonIsToldByItsStatus(String body) {
    server.answers("GET /jobs/1", 503, body);
    assertThatThrownBy(() -> client.job("1")).hasMessage("the coordinator answered 503");
  }

  @Test
  void aVideoIsSentWithItsNameAndItsProgress(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path video = Files.writeString(folder.resolve("a \"b\" é\n.mp4"), "frames");
    server.answers("POST /upload-video?sample_fps=2.5", 200, "{\"job_id\":\"j1\"}");
    List<Double> progress = new ArrayList<>();
    assertThat(client.upload(video, "2.5", progress::add)).isEqualTo("j1");
    assertThat(progress.getLast()).isEqualTo(100.0);
    assertThat(server.bodies().getFirst())
        .contains("name=\"file\"; filename=\"a %22b%22 é%0A.mp4\"\r\n")
        .contains("\r\n\r\nframes\r\n--edge-");
  }

  @Test
  void aLedgerIsTold() throws IOException, InterruptedException {
    server.answers(
        "GET /ledger",
        200,
        """
        {"balanced":true,"submitted":5,"completed":3,"failed":1,"open":1,"retried":2,"hedged":0,
         "duplicates_dropped":0,"jobs":{"running":1,"waiting":0}}\
        """);
    LedgerReport ledger = client.ledger();
    assertThat(ledger.isIdle()).isFalse();
    assertThat(ledger.inWords())
        .isEqualTo(
            "balanced: 5 submitted, 3 completed, 1 failed, 1 open; 2 retried, 0 hedged, 0 came"
                + " twice");
    assertThat(ledger.verdict()).isEqualTo("NOT BALANCED: 5 submitted = 3 completed + 1 failed");
  }

  @Test
  void aServerIsReadyWhenBothSaySo() throws InterruptedException {
    Web web = new Web();
    assertThat(web.isReady(server.address())).isFalse();
    server.isReady();
    assertThat(web.isReady(server.address())).isTrue();
  }

  @Test
  void whatHindersAServerIsItsOwnReason() throws InterruptedException {
    Web web = new Web();
    server.answers(
        "GET /mp-health/ready",
        503,
        "{\"checks\":[{\"data\":{}},{\"data\":{\"reason\":\"no coordinator\"}}]}");
    assertThat(web.hindrance(server.address())).contains("no coordinator");
  }

  @Test
  void whereItGivesNoneWhatIsSeenFromOutsideIsTold() throws InterruptedException {
    Web web = new Web();
    assertThat(web.hindrance(server.address()))
        .contains("its health answers with status 404 and no reason");
    server.answers("GET /mp-health/ready", 500, "no JSON");
    assertThat(web.hindrance(server.address()))
        .contains("its health answers with status 500 and no reason");
    server.isReady().answers("GET /health", 503, "{}");
    assertThat(web.hindrance(server.address())).contains("its application answers with status 503");
    server.isReady();
    assertThat(web.hindrance(server.address())).isEmpty();
    server.close();
    assertThat(web.hindrance(server.address())).contains("its port is not open yet");
  }
}
