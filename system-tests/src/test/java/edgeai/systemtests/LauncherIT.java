package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.FolderNames;
import edgeai.common.fixture.GroundTruth;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Street;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./edge} as a newcomer and an operator use it. */
@Timeout(500)
@StartsServers(Lane.PROCESSES)
class LauncherIT {
  private static final int FRAMES = 60;

  /** The clip has 15 frames a second, of which 5 are taken. */
  private static final int EVERY = 3;

  /** Of cameras, with secrets in every place, typed where none is taken. */
  private static final List<String> ADDRESSES =
      List.of(
          "rtsp://host/user=me_password=SECRET",
          "rtsp://host:7447/SECRET",
          "rtsp//me:SECRET@host/live",
          "me:SECRET@host/live",
          "--source=me:SECRET@host",
          "--source=rtsp://host/SECRET",
          "host/live?pwd=SECRET");

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

  /** All of it in folders, and with names, that have everything in them that a name can have. */
  @Test
  void demoOfAVideoAndModelOfOnesOwnStaysUpUntilASignalToTheLauncherAlone() throws IOException {
    Path awful = Build.emptyFolder("launcher-files").resolve(FolderNames.WITH_EVERYTHING);
    Path video = Files.createDirectory(awful).resolve(FolderNames.WITH_EVERYTHING + ".mp4");
    Files.move(Traffic.write("own.mp4", FRAMES), video);
    Path model = awful.resolve(FolderNames.WITH_EVERYTHING + ".onnx");
    BlobModel.standard().write(model);
    String data = ".edge/not there yet/" + FolderNames.WITH_EVERYTHING;
    Map<String, String> settings =
        Map.of("MODEL", model.toString(), "DATA_DIR", data, "TMPDIR", "/tmp");
    try (Launcher edge =
        new Launcher("launcher-own/" + FolderNames.WITH_EVERYTHING, settings)
            .speaking("fa", "IR")) {
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
          .containsPattern("(?m)^car +[0-9]+ +" + FRAMES + "$")
          .containsPattern("(?m)^coordinator-local +[0-9]+ +100 % +[0-9]+\\.[0-9]$")
          .contains("data in " + edge.inCheckout(data))
          .doesNotContain("ground truth")
          .as("no figure is in another's digits")
          .doesNotContainPattern("[\\u0660-\\u0669\\u06f0-\\u06f9]");
      assertThat(Build.filesIn(edge.inCheckout(data).resolve("coordinator")))
          .contains("coordinator.mv.db");
      assertThat(Build.filesIn(edge.inCheckout(data).resolve("admin"))).contains("admin.mv.db");
      assertThat(edge.commandLinesWith("coordinator-war.war"))
          .as("only the server's own process names its WAR")
          .isNotEmpty()
          .allMatch(line -> line.contains("-Dedge.server="));
      edge.terminate();
      await("all servers and their decoders are gone")
          .atMost(Duration.ofSeconds(30))
          .until(
              () ->
                  edge.commandLinesWith("-Dedge.server=").isEmpty()
                      && edge.commandLinesWith("coordinator-war").isEmpty());
      assertThat(edge.awaitExit()).isEqualTo(143);
      assertThat(edge.leftOutside()).isEmpty();
    }
  }

  @Test
  void saysInOneLineWhatIsMissing() throws IOException {
    try (Launcher edge = new Launcher("launcher-model", Map.of("MODEL", "nowhere.onnx"))) {
      assertThat(edge.start("up").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("nowhere.onnx cannot be read");
      assertThat(edge.start("demo", "nowhere.mp4").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("there is no video");
      assertThat(edge.start("admin", "--port", port(), "--data", "pom.xml/x").awaitExit())
          .isEqualTo(1);
      assertThat(edge.output())
          .containsPattern("no data can be kept in .*/pom.xml/x \\(Not a directory\\)");
      assertThat(edge.start("camera", "rtsp://me:SECRET@host/live").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).contains("camera has no option rtsp://...");
      assertThat(edge.start("up", "--camera-source=rtsp://me:SECRET@host/x").awaitExit())
          .isEqualTo(2);
      assertThat(edge.output()).doesNotContain("SECRET");
      for (String address : ADDRESSES) {
        assertThat(edge.start("camera", address).awaitExit()).isEqualTo(2);
        assertThat(edge.output()).contains("camera has no option").doesNotContain("SECRET");
        assertThat(edge.start("up", "--workers", address).awaitExit()).isEqualTo(2);
        assertThat(edge.output()).contains("takes a number").doesNotContain("SECRET");
      }
      assertThat(edge.start("chaos", "--live").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("no coordinator of this checkout runs here");
      assertThat(edge.start("chaos", "--runs", "none").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).contains("--runs takes a number");
      assertThat(edge.start("dance").awaitExit()).isEqualTo(2);
      assertThat(edge.output()).hasLineCount(1).contains("there is no command dance");
    }
  }

  @ParameterizedTest
  @CsvSource({"fa, IR", "ar, EG", "tr, TR", "de, DE"})
  void itsFiguresAreTheSameWhateverTheMachineSpeaks(String language, String country)
      throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Launcher edge =
            new Launcher("launcher-" + language, Map.of()).speaking(language, country)) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(edge.start("coordinator", "--port", port).awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("port " + port + " on 127.0.0.1 is in use");
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
}
