package edgeai.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.fixture.Sleeper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class RunFolderTest {
  private static final long COMMAND = 7;
  private static final URI ADDRESS = URI.create("http://127.0.0.1:8000");

  @TempDir private Path folder;
  private Path outside;
  private RunFolder servers;

  @BeforeEach
  void makeFolders() throws IOException {
    outside = Files.createDirectory(folder.resolve("outside"));
    Files.createFile(outside.resolve("unpacked"));
    Files.createDirectory(folder.resolve("run"));
    servers = new RunFolder(folder.resolve("run"), "here");
  }

  @Test
  void whatIsWrittenDownIsReadAgain() throws IOException {
    RunFile file = write("coordinator", 42);
    assertThat(Files.readAllLines(file.file()))
        .containsExactly(
            "pid 42", "address http://127.0.0.1:8000", "command 7", "private " + outside);
    assertThat(servers.read("coordinator")).contains(file);
    file.soonAgain().write();
    assertThat(servers.read("coordinator").orElseThrow().again()).isTrue();
    assertThat(file.dashboard()).contains("edge dashboard http://localhost:8000/");
    assertThat(write("admin", 43).dashboard()).contains("admin portal http://localhost:8000/");
    assertThat(file.log()).isEqualTo(folder.resolve("log/coordinator.log"));
  }

  @Test
  void aServerThatRunsIsFound() throws IOException {
    try (Sleeper process = new Sleeper("here/worker-1/", true)) {
      write("worker-1", process.pid());
      assertThat(servers.running()).extracting(RunFile::name).containsExactly("worker-1");
    }
  }

  @Test
  void aStrangerWhoGotTheNumberIsNoServer() throws IOException {
    try (Sleeper stranger = new Sleeper("elsewhere/worker-1/", true)) {
      write("worker-1", stranger.pid());
      assertThat(servers.running()).isEmpty();
      new ServerStopper(servers).stop(List.of("worker-1"));
      assertThat(stranger.isAlive()).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aServerThatIsNoMoreIsForgottenWithWhatItHadOutside() throws IOException {
    RunFile file = write("worker-1", Integer.MAX_VALUE);
    assertThat(servers.running()).isEmpty();
    assertThat(file.file()).doesNotExist();
    assertThat(outside).doesNotExist();
  }

  @Test
  void oneThatComesAgainIsNotForgotten() throws IOException {
    RunFile file = write("worker-1", Integer.MAX_VALUE).soonAgain();
    file.write();
    assertThat(servers.running()).isEmpty();
    assertThat(file.file()).exists();
    servers.forgetAll();
    assertThat(file.file()).doesNotExist();
  }

  @Test
  void aFileThatWasCutOffIsNoServer() throws IOException {
    Files.writeString(folder.resolve("run/worker-1"), "pi");
    Files.writeString(folder.resolve("run/.worker-2"), "pid 1");
    assertThat(servers.running()).isEmpty();
    assertThat(folder.resolve("run/worker-1")).doesNotExist();
  }

  @Test
  void aServerIsAskedToEnd() throws IOException, InterruptedException {
    try (Sleeper process = new Sleeper("here/worker-1/", true)) {
      RunFile file = write("worker-1", process.pid());
      new ServerStopper(servers).stop(List.of("worker-1", "unknown"));
      assertThat(process.isAlive()).isFalse();
      assertThat(file.file()).doesNotExist();
      assertThat(outside).doesNotExist();
    }
  }

  @Test
  void aCommandThatEndsLeavesAloneWhatAnotherHasStartedMeanwhile()
      throws IOException, InterruptedException {
    try (Sleeper process = new Sleeper("here/worker-1/", true)) {
      RunFile file = write("worker-1", process.pid());
      new ServerStopper(servers).stopOf(COMMAND + 1, List.of("worker-1"));
      assertThat(process.isAlive()).isTrue();
      assertThat(file.file()).exists();
      assertThat(outside).exists();
      new ServerStopper(servers).stopOf(COMMAND, List.of("worker-1"));
      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void whatRunsIsNotForgotten() throws IOException {
    try (Sleeper process = new Sleeper("here/worker-1/", true)) {
      RunFile file = write("worker-1", process.pid());
      servers.forgetAll();
      assertThat(file.file()).exists();
    }
  }

  @Test
  void oneThatDoesNotListenIsKilled() throws IOException, InterruptedException {
    try (Sleeper process = new Sleeper("here/worker-1/", false)) {
      write("worker-1", process.pid());
      new ServerStopper(servers, Duration.ofMillis(300)).stop(List.of("worker-1"));
      assertThat(process.isAlive()).isFalse();
    }
  }

  private RunFile write(String name, long pid) throws IOException {
    RunFile file =
        new RunFile(
            folder.resolve("run").resolve(name),
            pid,
            ADDRESS,
            Optional.of(outside),
            false,
            COMMAND);
    file.write();
    return file;
  }
}
