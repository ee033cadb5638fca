package edgeai.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.cli.fixture.Sleeper;
import edgeai.cli.machine.CommandLine;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@EnabledOnOs(OS.LINUX)
class VictimTest {
  private static final String MARK = "here/worker-1/";

  @TempDir private Path folder;
  private final Sleeper process = new Sleeper(MARK, true);
  private RunFile file;
  private Victim victim;

  @BeforeEach
  void writeDown() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.createDirectories(folder.resolve("log"));
    file =
        new RunFile(
            folder.resolve("run/worker-1"),
            process.pid(),
            URI.create("http://127.0.0.1:9001"),
            Optional.empty(),
            false,
            1);
    file.write();
    Files.createFile(file.log());
    victim = new Victim(file);
  }

  @AfterEach
  void end() {
    process.close();
    ProcessHandle.of(victim.server().pid()).ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void whatWasKilledComesAgainAsItWasStarted() throws IOException, InterruptedException {
    victim.kill();
    assertThat(process.isAlive()).isFalse();
    assertThat(RunFile.read(file.file()).again()).isTrue();
    victim.mend();
    RunFile next = RunFile.read(file.file());
    assertThat(next.again()).isFalse();
    assertThat(next.pid()).isNotEqualTo(process.pid()).isEqualTo(victim.server().pid());
    assertThat(CommandLine.contains(next.pid(), "-Dedge.server=" + MARK)).isTrue();
    assertThat(file.log().resolveSibling("worker-1.log.1")).exists();
  }

  @Test
  void whatSomebodyEndedMeanwhileStaysEnded() throws IOException, InterruptedException {
    victim.kill();
    Files.delete(file.file());
    assertThat(victim.isOurs()).isFalse();
    victim.mend();
    assertThat(victim.server().pid()).isEqualTo(process.pid());
    assertThat(file.file()).doesNotExist();
  }

  @Test
  void whatWasFrozenGoesOn() throws IOException, InterruptedException {
    victim.freeze();
    await("it stands still").atMost(30, TimeUnit.SECONDS).until(() -> state().equals("T"));
    victim.mend();
    await("it goes on").atMost(30, TimeUnit.SECONDS).until(() -> !state().equals("T"));
    assertThat(process.isAlive()).isTrue();
  }

  /** As proc(5) has it behind the name. */
  private String state() throws IOException {
    String stat = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
    return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  }
}
