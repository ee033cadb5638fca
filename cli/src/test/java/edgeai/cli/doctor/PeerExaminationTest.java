package edgeai.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.access.Secret;
import edgeai.access.SentToken;
import edgeai.cli.fixture.PlainServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PeerExaminationTest {
  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir private Path folder;
  private Optional<Path> token = Optional.empty();

  @Test
  void aServerThatAnswersIsWellAndHasTheSameTime() throws InterruptedException {
    try (PlainServer server = server(200)) {
      assertThat(look(server.address(), CLOCK))
          .containsExactly(
              Diagnosis.ok(
                  "peer",
                  "COORDINATOR_URL=%s answers, and needs no token".formatted(server.address())),
              Diagnosis.ok("clock", "as that of 127.0.0.1"));
    }
  }

  @Test
  void aClockThatIsWrongIsTold() throws InterruptedException {
    try (PlainServer server = server(200)) {
      Clock ahead = Clock.offset(CLOCK, Duration.ofMinutes(10));
      Diagnosis found = look(server.address(), ahead).getLast();
      assertThat(found.gravity()).isEqualTo(Gravity.WARNING);
      assertThat(found.words())
          .matches("(599|60[01]) s ahead of that of 127.0.0.1, .*: let both .*");
      assertThat(
              look(server.address(), Clock.offset(CLOCK, Duration.ofHours(-1))).getLast().words())
          .contains(" s behind that of 127.0.0.1");
    }
  }

  @Test
  void aTokenIsTakenOrNot() throws InterruptedException {
    try (PlainServer server = server(401)) {
      assertThat(look(server.address(), CLOCK).getFirst().words())
          .contains("asks who calls, and there is no token");
      Path file = folder.resolve("node.token");
      SentToken.write(file, Secret.fresh());
      token = Optional.of(file);
      assertThat(look(server.address(), CLOCK).getFirst().words())
          .contains("does not know our token: make another there");
      server.answers("GET /whoami", 200, "{}");
      assertThat(look(server.address(), CLOCK).getFirst().words())
          .endsWith("answers, and takes our token");
      token = Optional.of(folder.resolve("nowhere"));
      assertThat(look(server.address(), CLOCK).getFirst().gravity()).isEqualTo(Gravity.TROUBLE);
    }
  }

  @Test
  void whatKeepsItFromAnsweringIsTold() throws IOException, InterruptedException {
    assertThat(words(URI.create("http://nobody.invalid:8000")))
        .endsWith("has a name that is not known here: correct it, or give the address");
    URI nobody;
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + any.getLocalPort());
    }
    assertThat(words(nobody)).contains("is not reached (Connection refused): does it run");
    try (PlainServer other = new PlainServer()) {
      assertThat(words(other.address())).contains("answers /health with status 404");
    }
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofPlatform().daemon().start(() -> refuseAll(plain));
      assertThat(words(URI.create("https://127.0.0.1:" + plain.getLocalPort())))
          .contains("speaks no TLS, or not one that is understood here");
    }
  }

  /** As servers without TLS do with what they take for no request. */
  private static void refuseAll(ServerSocket plain) {
    try {
      while (true) {
        try (Socket call = plain.accept()) {
          call.getOutputStream()
              .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private static PlainServer server(int whoami) {
    return new PlainServer()
        .answers("GET /health", 200, "{\"status\":\"ok\",\"ready\":true}")
        .answers("GET /whoami", whoami, "{}");
  }

  private String words(URI address) throws InterruptedException {
    List<Diagnosis> found = look(address, CLOCK);
    assertThat(found).extracting(Diagnosis::gravity).containsExactly(Gravity.TROUBLE);
    return found.getFirst().words();
  }

  private List<Diagnosis> look(URI address, Clock clock) throws InterruptedException {
    return new PeerExamination("COORDINATOR_URL", address, token, clock).look();
  }
}
