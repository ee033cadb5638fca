package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.GroundTruth;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.Street;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./edge} as a newcomer and an operator use it. */
@Timeout(500)
class LauncherIT {
  private static final int FRAMES = 60;

  /** The clip has 15 frames a second, of which 5 are taken. */
  private static final int EVERY = 3;

  @Test
  void demoWithNothingSetFindsWhatIsInItsClip() {
    GroundTruth truth = Street.truth();
    int frames = (truth.frames() + EVERY - 1) / EVERY;
    try (Launcher edge = new Launcher("launcher-demo", Map.of())) {
      edge.start(
          "demo",
          "--workers",
          "1",
          "--exit",
          "--no-admin",
          "--port",
          port(),
          "--worker-port",
          port());
      assertThat(edge.awaitExit()).as(edge.output()).isZero();
      assertThat(edge.output())
          .contains("model street (6 classes, 640x640) runs on")
          .contains("%d of %d frames".formatted(frames, frames))
          .containsPattern("(?m)^object +detections +frames +counted +ground truth +difference$")
          .containsPattern(
              "(?m)^total +\\d+ +%d +\\d+ +%d +[+-]\\d+[.,]\\d %%$"
                  .formatted(frames, objects(truth)))
          .contains("The counts agree with the clip's ground truth")
          .containsPattern("(?m)^coordinator-local +\\d+")
          .containsPattern("(?m)^worker-1 +\\d+");
      assertThat(edge.commandLinesWith("-war")).isEmpty();
    }
  }

  @Test
  void demoOfAVideoAndModelOfOnesOwnStaysUpUntilASignalToTheLauncherAlone() throws IOException {
    Path video = Traffic.write("own.mp4", FRAMES);
    try (Launcher edge = new Launcher("launcher-own", Map.of("MODEL", model("own")))) {
      edge.start(
              "demo",
              video.toString(),
              "--workers",
              "0",
              "--sample-fps",
              "0",
              "--port",
              port(),
              "--admin-port",
              port())
          .awaitOutput("stays up");
      assertThat(edge.output())
          .containsPattern("edge dashboard http://localhost:\\d+/")
          .containsPattern("admin portal http://localhost:\\d+/")
          .contains("%d of %d frames".formatted(FRAMES, FRAMES))
          .containsPattern("(?m)^car +\\d+ +" + FRAMES + "$")
          .doesNotContain("ground truth");
      assertThat(edge.commandLinesWith("coordinator-war.war"))
          .as("only the server's own process names its WAR")
          .isNotEmpty()
          .allMatch(line -> line.contains("payara-micro.jar"));
      edge.terminate();
      await("all servers and their decoders are gone")
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  edge.commandLinesWith("payara-micro.jar").isEmpty()
                      && edge.commandLinesWith("coordinator-war").isEmpty());
      assertThat(edge.awaitExit()).isEqualTo(143);
    }
  }

  @Test
  void saysInOneLineWhatIsMissing() throws IOException {
    try (Launcher edge = new Launcher("launcher-model", Map.of("MODEL", "nowhere.onnx"))) {
      assertThat(edge.start("up").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("nowhere.onnx cannot be read");
      assertThat(edge.start("demo", "nowhere.mp4").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("there is no video");
      assertThat(edge.start("chaos", "--live").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("no coordinator of this checkout runs here");
      assertThat(edge.start("chaos", "--runs", "none").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).contains("--runs takes a number");
      assertThat(edge.start("dance").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).hasLineCount(1).contains("there is no command dance");
    }
  }

  /** How many objects are to be found in the frames that are taken. */
  private static int objects(GroundTruth truth) {
    return IntStream.range(0, truth.frames())
        .filter(frame -> frame % EVERY == 0)
        .flatMap(frame -> truth.counts(frame).values().stream().mapToInt(Integer::intValue))
        .sum();
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
