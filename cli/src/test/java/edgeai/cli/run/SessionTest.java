package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SessionTest {
  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();
  private final List<Integer> exits = new ArrayList<>();

  @Test
  void whatWorksForACommandEndsWithIt() throws IOException, InterruptedException {
    Session session = session();
    Process child = new ProcessBuilder("sleep", "1000").start();
    session.begin(child);
    session.finish(143);
    assertThat(child.waitFor()).isNotZero();
    assertThat(exits).containsExactly(143);
    assertThat(said.text()).as("it had no servers").isEmpty();
  }

  @Test
  void theStatusOfAChildIsHandedOn() throws IOException, InterruptedException {
    Process child = new ProcessBuilder("sh", "-c", "exit 7").start();
    assertThat(session().await(child)).isEqualTo(7);
  }

  @Test
  void aServerIsStartedWrittenDownAndEnded() throws IOException, InterruptedException {
    Path here = Files.createDirectory(root.resolve("here"));
    Checkout checkout = new Checkout(root);
    checkout.prepare();
    Session session = session();
    ServerPlan plan =
        new ServerPlan(
            "admin", "admin-war", "127.0.0.1", 1, "--port", root.resolve("data"), Map.of());
    Environment environment = Environment.of(Map.of("PATH", System.getenv("PATH")), here);
    List<RunFile> started = session.start(List.of(plan), environment);
    assertThat(started).extracting(RunFile::name).containsExactly("admin");
    assertThat(said.lines())
        .containsExactly("12:00:00  admin        started, pid " + started.getFirst().pid());
    await("Java says that there is no Payara Micro")
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> Files.readString(checkout.log("admin")).contains("payara-micro.jar"));
    assertThat(session.children().end(started.getFirst().pid())).contains("exit status 1");
    assertThat(new RunFolder(checkout).read("admin")).contains(started.getFirst());
    session.finish(0);
    assertThat(new RunFolder(checkout).read("admin")).isEmpty();
    assertThat(said.lines()).endsWith("12:00:00  edge         all ended");
  }

  @Test
  void lastWordsAreSaidByWhoBringsItToItsEnd() {
    Session session = session();
    session.atEnd(() -> said.console().print("report"));
    session.finish(130);
    assertThat(said.lines()).containsExactly("report");
  }

  @ParameterizedTest
  @CsvSource({"-INT, 130", "-TERM, 143", "-HUP, 129"})
  void aSignalIsHeardAndTellsWhatTheCommandEndsWith(String signal, int status)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of("env", "--default-signal=INT,TERM,HUP"));
    if (new ProcessBuilder("env", "--default-signal", "true").start().waitFor() != 0) {
      // a system whose env cannot: signals are as whoever runs the tests has them
      line.clear();
    }
    line.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xshare:auto",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Listener.class.getName()));
    Process process = new ProcessBuilder(line).start();
    try {
      assertThat(process.getInputStream().read()).as("it listens").isEqualTo('l');
      new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
      assertThat(process.waitFor()).isEqualTo(status);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A process that ends with what it hears. */
  static final class Listener {
    public static void main(String[] args) throws InterruptedException {
      Signals.hear(System::exit);
      System.out.print('l');
      System.out.flush();
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  private Session session() {
    return new Session(said.console(), new Checkout(root), exits::add);
  }
}
