package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.PlainServer;
import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DoctorCommandTest {
  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  @Test
  void aLineForEachThingAndNothingIsMade() throws InterruptedException {
    assertThat(doctor(Map.of(), ports(free(), free()))).isZero();
    assertThat(said.lines())
        .map(line -> line.split(" ")[0])
        .contains("java", "settings", "ports", "disk", "model", "gpu", "database")
        .doesNotContain("peer");
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void aPortThatIsTakenIsTrouble() throws IOException, InterruptedException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(doctor(Map.of(), ports(taken.getLocalPort(), free()))).isEqualTo(1);
      assertThat(said.lines())
          .anyMatch(line -> line.startsWith("ports      trouble  port " + taken.getLocalPort()));
    }
  }

  @Test
  void aSettingThatCannotBeUsedIsTrouble() throws InterruptedException {
    assertThat(doctor(Map.of("CONFIDENCE_THRESHOLD", "2"), ports(free(), free()))).isEqualTo(1);
    assertThat(said.lines())
        .anyMatch(line -> line.startsWith("settings   trouble  CONFIDENCE_THRESHOLD=2"));
  }

  /** Which has one worker, whatever listens where a coordinator would. */
  @Test
  void aMachineThatIsToJoinAnotherIsLookedAtAsSuch() throws IOException, InterruptedException {
    try (PlainServer coordinator = new PlainServer();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      coordinator
          .answers("GET /health", 200, "{\"status\":\"ok\"}")
          .answers("GET /whoami", 200, "{}");
      Map<String, String> settings =
          Map.of("COORDINATOR_URL", coordinator.address().toString(), "PORT", "" + free());
      assertThat(doctor(settings, "--port", "" + taken.getLocalPort())).isZero();
      assertThat(said.lines())
          .anyMatch(line -> line.matches("ports +ok +\\d+ is free for worker-\\d+"))
          .anyMatch(line -> line.startsWith("peer       ok       COORDINATOR_URL="))
          .anyMatch(line -> line.startsWith("clock      ok"));
    }
  }

  private int doctor(Map<String, String> settings, String... options) throws InterruptedException {
    Checkout checkout = new Checkout(root);
    Session session = new Session(said.console(), checkout, status -> {});
    Map<String, String> all = new HashMap<>(settings);
    all.put("PROVIDER", "cpu");
    Environment environment = Environment.of(all, root);
    SettingFiles files = SettingFiles.none(environment, List.of());
    Context context =
        new Context(said.console(), checkout, environment, session, files.configuration());
    return Commands.of("doctor", context, options).run();
  }

  private static String[] ports(int coordinator, int admin) {
    return Stream.of("--workers", "0", "--port", coordinator, "--admin-port", admin)
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  private static int free() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
