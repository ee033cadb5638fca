package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.place.SettingFiles;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is built or started, and in which words. */
class CommandsTest {
  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  static Stream<Arguments> misuses() {
    return Stream.of(
        refused("there is no command dance", "dance"),
        refused("build takes no --fast", "build", "--fast"),
        refused("down takes no all", "down", "all"),
        refused("status takes no -v", "status", "-v"),
        refused("test has no option --al", "test", "--al"),
        refused("test has no option all", "test", "all"),
        refused("up has no option --prot", "up", "--prot", "1"),
        refused("up takes no video.mp4", "up", "video.mp4"),
        refused("up has no option --minutes", "up", "--minutes", "3"),
        refused("up has no option --workers=...", "up", "--workers=3"),
        refused("up has no option --sample-fps", "up", "--sample-fps", "3"),
        refused("--workers takes a value", "up", "--workers"),
        refused("--workers takes a number from 0 to 64, not 65", "up", "--workers", "65"),
        refused("--workers takes a number from 0 to 64, not ''", "up", "--workers", ""),
        refused("--workers takes a number from 0 to 64, not -1", "up", "--workers", "-1"),
        refused("--workers takes a number from 0 to 64, not 1e3", "up", "--workers", "1e3"),
        refused("--workers takes a number from 0 to 64, not ٣", "up", "--workers", "٣"),
        refused("--workers takes a number from 0 to 64, not --port", "up", "--workers", "--port"),
        refused(
            "--workers takes a number from 0 to 64, not rtsp://...",
            "up",
            "--workers",
            "rtsp://me:SECRET@h"),
        refused("--port takes a port from 1 to 65535, not 0", "up", "--port", "0"),
        refused("--port takes a port from 1 to 65535, not 65536", "up", "--port", "65536"),
        refused("--admin-port takes a port from 1 to 65535, not x", "up", "--admin-port", "x"),
        refused("--camera-port takes a port from 1 to 65535, not x", "up", "--camera-port", "x"),
        refused(
            "64 workers do not fit above 65500", "up", "--workers", "64", "--worker-port", "65500"),
        refused(
            "2 cameras do not fit above 65535", "up", "--cameras", "2", "--camera-port", "65535"),
        refused(
            "cameras need the admin server, which --no-admin leaves out",
            "up",
            "--cameras",
            "1",
            "--no-admin"),
        refused("port 9002 would be a worker's too", "up", "--port", "9002"),
        refused("port 9001 would be a worker's too", "up", "--admin-port", "9001"),
        refused(
            "port 9102 of the coordinator would be a camera's too",
            "up",
            "--cameras",
            "2",
            "--port",
            "9102"),
        refused(
            "port 9101 of the admin server would be a camera's too",
            "up",
            "--cameras",
            "2",
            "--admin-port",
            "9101"),
        refused(
            "port 8001 would be the coordinator's and the admin server's", "up", "--port", "8001"),
        refused(
            "workers and cameras would have ports in common: choose with --camera-port",
            "up",
            "--cameras",
            "2",
            "--camera-port",
            "9002"),
        refused("--data takes a folder", "up", "--data", ""),
        refused("--data takes a folder", "coordinator", "--data", ""),
        refused("demo has no option --cameras", "demo", "--cameras", "2"),
        refused("demo has no option -x", "demo", "-x"),
        refused("demo has no option -5", "demo", "-5"),
        refused("demo has no option -", "demo", "-"),
        refused("demo takes one video", "demo", "a.mp4", "b.mp4"),
        refused(
            "demo takes a video that is a file, not rtsp://...", "demo", "rtsp://me:SECRET@h/x"),
        refused("--sample-fps takes a number, not .", "demo", "--sample-fps", "."),
        refused("--sample-fps takes a number, not 1.2.3", "demo", "--sample-fps", "1.2.3"),
        refused("--minutes takes a number from 1 to 1440, not 0", "soak", "--minutes", "0"),
        refused("bench takes --quick or --all, not both", "bench", "--quick", "--all"),
        refused("there is no benchmark Kernels", "bench", "Kernels"),
        refused("bench has no option --fast", "bench", "--fast"),
        refused("--json takes a value", "bench", "--json", ""),
        refused("--runs takes a number from 1 to 1000, not none", "chaos", "--runs", "none"),
        refused("--runs takes a value", "chaos", "--runs", ""),
        refused("--minutes goes with --live", "chaos", "--minutes", "3"),
        refused(
            "--runs and --only are of the suite, not of --live",
            "chaos",
            "--live",
            "--only",
            "kill"),
        refused("chaos has no option kill", "chaos", "kill"),
        refused("--requests takes a number from 1 to 10000000, not 0", "fuzz", "--requests", "0"),
        refused("--case goes with --seed", "fuzz", "--case", "3"),
        refused(
            "fuzz takes --requests or --case, not both",
            "fuzz",
            "--seed",
            "1",
            "--case",
            "3",
            "--requests",
            "9"),
        refused("fuzz has no option now", "fuzz", "now"),
        refused("worker needs its coordinator: --coordinator http://192.168.1.20:8000", "worker"),
        refused("--id takes a value", "worker", "--id", ""),
        refused("worker has no option --coordinator=...", "worker", "--coordinator=h"),
        refused("model takes list, show, add, use, bench or remove", "model"),
        refused("model takes list, show, add, use, bench or remove, not rm", "model", "rm"),
        refused("model has no option --force", "model", "remove", "a", "--force"),
        refused("model list takes no coco", "model", "list", "coco"),
        refused("model use takes one model", "model", "use"),
        refused("model show takes one model", "model", "show", "a", "b"),
        refused("model add takes one file or https address", "model", "add"),
        refused(
            "model add takes a file or an https address, not http://...",
            "model",
            "add",
            "http://host/SECRET.onnx"),
        refused(
            "model add takes a file or an https address, not https://...",
            "model",
            "add",
            "https://me:SECRET@host/x.onnx"),
        refused("model use has no option --json", "model", "use", "a", "--json"),
        refused("model list has no option --name", "model", "list", "--name", "b"),
        refused("--sha256 takes 64 hexadecimal digits", "model", "add", "a", "--sha256", "12"),
        refused(
            "--name takes 1 to 64 letters, digits, '.', '_' or '-'",
            "model",
            "add",
            "a",
            "--name",
            "a b"),
        refused("--job takes a value", "model", "bench", "--job", ""),
        refused(
            "--coordinator takes an address such as http://192.168.1.20:8000, not host:8000",
            "model",
            "list",
            "--coordinator",
            "host:8000"),
        refused("camera needs its admin server: --admin http://192.168.1.20:8001", "camera"),
        refused(
            "camera needs something to watch: --source FILE, rtsp://..., http://... or 0 for a webcam",
            "camera",
            "--admin",
            "http://h:1"),
        refused(
            "camera needs a name of its own at the admin server: --id gate-7",
            "camera",
            "--admin",
            "http://h:1",
            "--source",
            "0"),
        refused("camera has no option rtsp://...", "camera", "rtsp://me:SECRET@host/live"),
        refused("camera has no option ...", "camera", "me:SECRET@host/live"),
        refused("camera has no option ...", "camera", "@file"));
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void whatIsTypedWronglyIsRefusedInOneLine(String sentence, String[] words) {
    assertThatThrownBy(() -> run(words))
        .isInstanceOf(Misuse.class)
        .hasMessage(sentence + " (./edge help)");
    assertThat(said.text()).as("nothing was begun").isEmpty();
  }

  /** Addresses of cameras, with secrets in every place, typed where none is taken. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://host/user=me_password=SECRET",
        "rtsp://host:7447/SECRET",
        "rtsp//me:SECRET@host/live",
        "me:SECRET@host/live",
        "--source=me:SECRET@host",
        "--source=rtsp://host/SECRET",
        "host/live?pwd=SECRET"
      })
  void whatIsSecretIsNotSaidAgain(String address) {
    assertThatThrownBy(() -> run("camera", address))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("camera has no option")
        .hasMessageNotContaining("SECRET");
    assertThatThrownBy(() -> run("up", "--workers", address))
        .isInstanceOf(Misuse.class)
        .hasMessageContaining("takes a number")
        .hasMessageNotContaining("SECRET");
    assertThatThrownBy(() -> run("up", "--camera-source=" + address))
        .isInstanceOf(Misuse.class)
        .hasMessageNotContaining("SECRET");
  }

  @Test
  void theLastOfAnOptionCounts() {
    assertThatThrownBy(() -> run("up", "--port", "x", "--port", "0")).hasMessageContaining("not 0");
  }

  @Test
  void aModelThatCannotBeReadIsToldOf() {
    assertThatThrownBy(() -> run(Map.of("MODEL", "nowhere.onnx"), "coordinator"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage("MODEL=%s cannot be read".formatted(root.resolve("nowhere.onnx")));
  }

  @Test
  void aCopyNeedsToKnowWhichDatabase() {
    assertThatThrownBy(() -> run("db", "copy", "oracle"))
        .hasMessageStartingWith("db copy takes postgresql or h2, not oracle");
    assertThatThrownBy(() -> run("db", "copy", "h2"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageStartingWith("set DB_URL, DB_USER and DB_PASSWORD_FILE");
  }

  @Test
  void aVideoThatIsNotThereIsToldOf() {
    assertThatThrownBy(() -> run("demo", "nowhere.mp4"))
        .hasMessage("there is no video " + root.resolve("nowhere.mp4"));
    assertThatThrownBy(() -> run("up", "--cameras", "1", "--camera-source", "nowhere.mp4"))
        .hasMessage("there is no video %s that can be read".formatted(root.resolve("nowhere.mp4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rtsp://me:SECRET@10.0.0.9/live",
        "http://10.0.0.9/video?user=me&password=SECRET",
        "rtsp://10.0.0.9/user=me_password=SECRET"
      })
  void aSourceWithAPasswordIsReadFromAFile(String address) throws IOException {
    for (String[] words :
        new String[][] {
          {"camera", "--admin", "http://127.0.0.1:1", "--id", "c", "--source", address},
          {"up", "--cameras", "1", "--camera-source", address}
        }) {
      assertThatThrownBy(() -> run(words))
          .hasMessageContaining("would be seen by everybody on this machine")
          .hasMessageContaining("source-file FILE")
          .hasMessageNotContaining("SECRET");
    }
    Path file = Files.writeString(root.resolve("source"), address + "\n");
    Environment environment = Environment.of(Map.of(), root);
    assertThat(CameraSource.typed("--source", "", Optional.of("source"), environment).value())
        .isEqualTo(address);
    assertThat(file).exists();
  }

  @Test
  void aPortThatIsInUseIsToldOf() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThatThrownBy(() -> run("coordinator", "--port", port))
          .hasMessage(
              "port %s on 127.0.0.1 is in use: end what listens there, or choose another with --port"
                  .formatted(port));
    }
  }

  @Test
  void dataThatCannotBeKeptIsToldOf() throws IOException {
    Path file = Files.createFile(root.resolve("file"));
    assertThatThrownBy(() -> run("admin", "--port", free(), "--data", "file/x"))
        .hasMessage(
            "no data can be kept in %s (Not a directory): choose another folder with --data or DATA_DIR"
                .formatted(file.resolve("x")));
    assertThatThrownBy(() -> run(Map.of("DATA_DIR", "file"), "admin", "--port", free()))
        .hasMessageContaining("(File exists)");
  }

  @Test
  void aHostThatIsNotOfThisMachineIsToldOf() {
    assertThatThrownBy(() -> run(Map.of("HOST", "192.0.2.1"), "admin", "--port", free()))
        .hasMessage("HOST=192.0.2.1 is no address of this machine");
  }

  @Test
  void aCoordinatorThatIsNoAddressIsToldOf() {
    assertThatThrownBy(() -> run("worker", "--coordinator", "host:8000"))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("it is no address such as http://192.168.1.20:8000");
  }

  @Test
  void modelsAreOfACoordinatorThatRuns() throws IOException, InterruptedException {
    assertThatThrownBy(() -> run("model", "list"))
        .hasMessageStartingWith("no coordinator of this checkout runs here: ./edge up starts one");
    assertThatThrownBy(() -> run("model", "add", "nowhere.onnx"))
        .hasMessage("there is no file %s that can be read".formatted(root.resolve("nowhere.onnx")));
    String nobody = "http://127.0.0.1:" + free();
    assertThatThrownBy(() -> run("model", "list", "--coordinator", nobody))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage("the coordinator at %s does not answer".formatted(nobody));
    Path file = Files.writeString(root.resolve("gate 7.onnx"), "weights");
    try (PlainServer server = new PlainServer()) {
      String address = server.address().toString();
      server.answers("POST /models?name=gate-7", 201, "{\"name\":\"gate-7\",\"in_use\":true}");
      assertThat(run("model", "add", "gate 7.onnx", "--coordinator", address)).isZero();
      assertThatThrownBy(
              () ->
                  run(
                      "model",
                      "add",
                      file.toString(),
                      "--sha256",
                      "0".repeat(64),
                      "--coordinator",
                      address))
          .hasMessageContaining("it is not the one that was meant, or broken");
      assertThat(server.requests()).containsExactly("POST /models?name=gate-7");
    }
  }

  @Test
  void withoutServersThereIsNothingToShowOrEnd() throws InterruptedException {
    assertThat(run("down")).isZero();
    assertThat(said.lines()).containsExactly("12:00:00  edge         nothing was running");
    run("status");
    assertThat(said.text()).as("whatever else this machine runs").doesNotContain(" here ");
    assertThatThrownBy(() -> run("chaos", "--live"))
        .hasMessage("no coordinator of this checkout runs here: ./edge up starts one");
  }

  private int run(String... words) throws InterruptedException {
    return run(Map.of(), words);
  }

  private int run(Map<String, String> settings, String... words) throws InterruptedException {
    Checkout checkout = new Checkout(root);
    Session session =
        new Session(
            said.console(),
            checkout,
            status -> {
              throw new AssertionError("ended with " + status);
            });
    Environment environment = Environment.of(settings, root);
    SettingFiles files = SettingFiles.none(environment, List.of(words));
    Context context =
        new Context(said.console(), checkout, environment, session, files.configuration());
    String[] options = Stream.of(words).skip(1).toArray(String[]::new);
    return Commands.of(words[0], context, options).run();
  }

  private static Arguments refused(String sentence, String... words) {
    return Arguments.of(sentence, words);
  }

  private static String free() {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return String.valueOf(any.getLocalPort());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
