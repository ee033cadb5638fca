package edgeai.cli.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCommandTest {
  @TempDir private Path folder;
  private Path temporary;

  @BeforeEach
  void makeTheFolderForTemporaryFiles() throws IOException {
    temporary = Files.createDirectory(folder.resolve("temporary"));
  }

  @Test
  void itsLineIsThatOfTheManual() throws IOException {
    Path root = checkout("plain");
    Path data = folder.resolve("data");
    ServerStart start = command(root, data).markedBy("here/worker-1/").prepare();
    assertThat(start.outside()).isEmpty();
    assertThat(start.temporary()).isEqualTo(data.resolve("tmp/worker-1")).isDirectory();
    assertThat(start.process().command())
        .containsSubsequence(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dedge.server=here/worker-1/",
            "-Dedge.host=127.0.0.1",
            "-Dorg.glassfish.startupThreadPolicy=USE_NO_THREADS",
            "-Xmx512m",
            "-Djava.io.tmpdir=" + data.resolve("tmp/worker-1"),
            "-Dorg.bytedeco.javacpp.cachedir=" + data.resolve("cache/natives"),
            "-jar",
            root.resolve("payara-config/target/payara-micro.jar").toString(),
            "--port",
            "9001",
            "--contextroot",
            "/",
            "--deploy",
            root.resolve("worker-war/target/worker-war.war").toString());
  }

  @Test
  void settingsWinAndTheRestIsTheEnvironmentThatIsGiven() throws IOException {
    ServerStart start =
        command(checkout("plain"), folder.resolve("data"))
            .listeningOn("0.0.0.0")
            .in(Map.of("PATH", "/bin", "HOST", "elsewhere", "TMPDIR", temporary.toString()))
            .with(Map.of("WORKER_ID", "w", "PORT", "1"))
            .prepare();
    assertThat(start.process().environment())
        .containsOnly(
            Map.entry("PATH", "/bin"),
            Map.entry("TMPDIR", temporary.toString()),
            Map.entry("HOST", "0.0.0.0"),
            Map.entry("PORT", "1"),
            Map.entry("WORKER_ID", "w"),
            Map.entry("DATA_DIR", folder.resolve("data").toString()));
  }

  @Test
  void aCamerasAddressIsOnNoCommandLine() throws IOException {
    ServerStart start =
        command(checkout("plain"), folder.resolve("data"))
            .with(Map.of("CAMERA_SOURCE", "rtsp://me:SECRET@host/live"))
            .prepare();
    assertThat(String.join(" ", start.process().command())).doesNotContain("SECRET");
  }

  @Test
  void dataWithAnOddNameIsUnpackedElsewhere() throws IOException {
    Path data = folder.resolve("ü [x] ! \n2");
    ServerStart start = command(checkout("plain"), data).prepare();
    Path outside = start.outside().orElseThrow();
    assertThat(outside).isDirectory().hasParent(temporary);
    assertThat(outside.getFileName().toString()).startsWith("edge-worker-1.");
    assertThat(start.temporary()).isEqualTo(outside.resolve("tmp")).isDirectory();
    assertThat(data.resolve("cache/natives")).isDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ü é 李", "a%20b", "#[x]", "new\nline"})
  void aCheckoutWithAnOddNameIsSeenThroughALink(String name) throws IOException {
    Path root = checkout(name);
    ServerStart start = command(root, folder.resolve("data")).prepare();
    Path seen = start.outside().orElseThrow().resolve("checkout");
    assertThat(Files.isSameFile(seen, root)).isTrue();
    assertThat(start.process().command())
        .contains(
            seen.resolve("payara-config/target/payara-micro.jar").toString(),
            seen.resolve("worker-war/target/worker-war.war").toString())
        .noneMatch(word -> word.contains(root.toString()));
    assertThat(start.temporary()).isEqualTo(folder.resolve("data/tmp/worker-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:b", "what!"})
  void aJarWhoseFolderWouldBeMisreadIsCalledElsewhere(String name) throws IOException {
    ServerStart start = command(checkout(name), folder.resolve("data")).prepare();
    Path own = start.outside().orElseThrow().resolve("payara-micro.jar");
    assertThat(start.process().command()).containsSequence("-jar", own.toString());
    assertThat(own).hasContent("payara");
  }

  @Test
  void whatAKilledServerUnpackedIsGone() throws IOException {
    Path left = Files.createDirectories(folder.resolve("data/tmp/worker-1/left"));
    command(checkout("plain"), folder.resolve("data")).prepare();
    assertThat(left).doesNotExist();
  }

  @Test
  void dataThatCannotBeKeptIsToldOf() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    ServerCommand command = command(checkout("plain"), file.resolve("data"));
    assertThatThrownBy(command::prepare).isInstanceOf(IOException.class);
  }

  @Test
  void flagsAndJavaCanBeOthers() throws IOException {
    ServerStart start =
        command(checkout("plain"), folder.resolve("data"))
            .withJvm(List.of("-Xmx64m"))
            .on(Path.of("/opt/java"))
            .prepare();
    assertThat(start.process().command())
        .contains("/opt/java/bin/java", "-Xmx64m")
        .doesNotContain("-Xmx512m");
  }

  private ServerCommand command(Path root, Path data) {
    Installation installation = new Installation(root);
    return new ServerCommand(installation, installation.war("worker-war"), data, 9001)
        .named("worker-1")
        .in(Map.of("TMPDIR", temporary.toString()));
  }

  private Path checkout(String name) throws IOException {
    Path root = folder.resolve(name);
    Files.createDirectories(root.resolve("payara-config/target"));
    Files.writeString(new Installation(root).payara(), "payara");
    return root;
  }
}
