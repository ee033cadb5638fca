package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./edge} as a newcomer and an operator use it. */
@Timeout(500)
class LauncherIT {
  private static final int FRAMES = 60;

  @Test
  void demoWorksThroughAVideoAndPrintsWhatWasSeenByWhom() throws IOException {
    Path video = Traffic.write("demo.mp4", FRAMES);
    try (Launcher edge = new Launcher("launcher-demo", Map.of("MODEL", model("demo")))) {
      edge.start(
          "demo",
          video.toString(),
          "--workers",
          "1",
          "--sample-fps",
          "0",
          "--exit",
          "--no-admin",
          "--port",
          port(),
          "--worker-port",
          port());
      assertThat(edge.awaitExit()).as(edge.output()).isZero();
      assertThat(edge.output())
          .contains("%d of %d frames".formatted(FRAMES, FRAMES))
          .containsPattern("(?m)^car +\\d+ +" + FRAMES + "$")
          .containsPattern("(?m)^coordinator-local +\\d+")
          .containsPattern("(?m)^worker-1 +\\d+");
      assertThat(edge.commandLinesWith("-war")).isEmpty();
    }
  }

  @Test
  void aSignalToTheLauncherAloneEndsItsServersAndNothingElse() throws IOException {
    try (Launcher edge = new Launcher("launcher-up", Map.of("MODEL", model("up")))) {
      edge.start("up", "--workers", "0", "--port", port()).awaitOutput("stays up");
      assertThat(edge.commandLinesWith("coordinator-war"))
          .as("only the server's own process names its WAR")
          .isNotEmpty()
          .allMatch(line -> line.contains("payara-micro.jar"));
      edge.terminate();
      await("all servers are gone")
          .atMost(Duration.ofSeconds(30))
          .until(() -> edge.commandLinesWith("payara-micro.jar").isEmpty());
      assertThat(edge.awaitExit()).isEqualTo(143);
    }
  }

  @Test
  void saysInOneLineWhatIsMissing() throws IOException {
    try (Launcher edge = new Launcher("launcher-model", Map.of())) {
      assertThat(edge.start("up").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("no model is set");
      assertThat(edge.start("demo", "nowhere.mp4").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("there is no video");
      assertThat(edge.start("dance").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).hasLineCount(1).contains("there is no command dance");
    }
  }

  private static String port() {
    return String.valueOf(FreePort.next());
  }

  private static String model(String name) throws IOException {
    Path file = Build.emptyFolder("launcher-model-" + name).resolve("blobs.onnx");
    BlobModel.standard().write(file);
    return file.toString();
  }
}
