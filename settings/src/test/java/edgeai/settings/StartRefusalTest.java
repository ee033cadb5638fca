package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** By a process of its own, which is what ends. */
class StartRefusalTest {
  private static Process start(String value) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Server.class.getName(),
            value)
        .redirectErrorStream(true)
        .start();
  }

  @Test
  void aWrongSettingEndsTheProcessWithOneLineThatSaysWhy() throws Exception {
    Process server = start("soon");
    List<String> said = server.inputReader().lines().toList();
    assertThat(server.waitFor()).isEqualTo(StartRefusal.EXIT_STATUS);
    assertThat(said)
        .filteredOn(line -> line.startsWith("START REFUSED: "))
        .singleElement()
        .asString()
        .contains("CAMERA_HEARTBEAT_TIMEOUT", "soon");
    assertThat(said).doesNotContain("started");
  }

  @Test
  void whoHasNothingWrongStarts() throws Exception {
    Process server = start("7");
    assertThat(server.inputReader().lines().toList()).containsExactly("started");
    assertThat(server.waitFor()).isZero();
  }

  /** A server whose only setting is given on its command line. */
  static final class Server {
    public static void main(String[] arguments) {
      StartRefusal.unless(() -> read(arguments[0]));
      System.out.println("started");
    }

    private static Duration read(String value) {
      return new SettingReader(Map.of("CAMERA_HEARTBEAT_TIMEOUT", value)::get)
          .value(AdminCatalogue.CAMERA_HEARTBEAT_TIMEOUT);
    }
  }
}
