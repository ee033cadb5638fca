package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Listener.class.getName())
            .start();
    assertThat(process.getInputStream().read()).as("it listens").isEqualTo('l');
    new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(status);
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
