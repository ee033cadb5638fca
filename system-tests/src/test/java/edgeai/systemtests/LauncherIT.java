package edgeai.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.FolderNames;
import edgeai.systemtests.fixture.Build;
import edgeai.systemtests.fixture.FreePort;
import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.Launcher;
import edgeai.systemtests.fixture.StartsServers;
import edgeai.systemtests.fixture.Traffic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./edge} as a newcomer and an operator use it. */
@Timeout(500)
@StartsServers(Lane.PROCESSES)
class LauncherIT {
  private static final int FRAMES = 60;

  /** All of it in folders, and with names, that have everything in them that a name can have. */
  @Test
  void demoOfAVideoAndModelOfOnesOwnEndsWhereItIsToldTo() throws IOException {
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
          "--exit",
          "--tls",
          "--port",
          port(),
          "--admin-port",
          port());
      assertThat(edge.awaitExit()).as(edge.output()).isZero();
      assertThat(edge.output())
          .contains("%d of %d frames".formatted(FRAMES, FRAMES))
          .containsPattern("(?m)^car +[0-9]+ +" + FRAMES + "$")
          .containsPattern("(?m)^coordinator-local +[0-9]+ +100 % +[1-9][0-9]* +[0-9]+\\.[0-9]$")
          .contains("data in " + edge.inCheckout(data))
          .containsPattern("its SHA-256 is ([0-9A-F]{2}:){31}[0-9A-F]{2}\n")
          .containsPattern("camera cam1 is known to https://127.0.0.1:[0-9]+\n")
          .doesNotContain("ground truth")
          .as("no figure is in another's digits")
          .doesNotContainPattern("[\\u0660-\\u0669\\u06f0-\\u06f9]");
      assertThat(Build.filesIn(edge.inCheckout(data).resolve("coordinator")))
          .contains("coordinator.mv.db");
      assertThat(Build.filesIn(edge.inCheckout(data).resolve("admin"))).contains("admin.mv.db");
      assertThat(edge.commandLinesWith("-war")).isEmpty();
      assertThat(edge.leftOutside()).isEmpty();
    }
  }

  /** The sentences are held where they are made. */
  @Test
  void saysInOneLineWhatIsMissing() {
    try (Launcher edge = new Launcher("launcher-model", Map.of("MODEL", "nowhere.onnx"))) {
      assertThat(edge.start("up").awaitExit()).isEqualTo(1);
      assertThat(edge.output()).contains("nowhere.onnx cannot be read");
      assertThat(edge.start("camera", "rtsp://me:SECRET@host/live").awaitExit()).isEqualTo(2);
      assertThat(edge.output())
          .hasLineCount(1)
          .contains("camera has no option rtsp://...")
          .doesNotContain("SECRET");
    }
  }

  @ParameterizedTest
  @Tag("long")
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

  private static String port() {
    return String.valueOf(FreePort.next());
  }
}
