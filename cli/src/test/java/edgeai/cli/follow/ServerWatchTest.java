package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.cli.client.Web;
import edgeai.cli.fixture.PlainServer;
import edgeai.cli.fixture.Sleeper;
import edgeai.cli.fixture.SpokenLines;
import edgeai.cli.run.Children;
import edgeai.cli.run.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ServerWatchTest {
  @TempDir private Path folder;
  private final SpokenLines said = new SpokenLines();
  private final PlainServer server = new PlainServer();
  private final Sleeper process = new Sleeper("x/worker-1/", true);
  private RunFile file;
  private ServerWatch watch;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder.resolve("run"));
    Files.createDirectories(folder.resolve("log"));
    file = file(process.pid(), false);
    file.write();
    Files.createFile(file.log());
    watch = new ServerWatch(file, new Web(), said.console(), new Children(), new SharedProgress());
    Thread.ofPlatform().daemon().start(watch);
  }

  @AfterEach
  void end() {
    process.close();
    server.close();
  }

  @Test
  void itIsReadyOnceItSaysSo() {
    assertThat(watch.isStarting()).isTrue();
    server.isReady();
    awaitLine("ready in");
    assertThat(watch.isOver()).isFalse();
  }

  @Test
  void aProcessThatEndsBeforeDidNotStart() throws IOException {
    Files.writeString(file.log(), "no room for the heap\n");
    process.close();
    awaitLine("did not start, ended: its last words: no room for the heap (log: " + file.log());
    assertThat(watch.isOver()).isTrue();
  }

  @Test
  void oneThatEndsLaterEndedUnasked() {
    server.isReady();
    awaitLine("ready in");
    process.close();
    awaitLine("ended unasked: nothing in its log since it was ready (log: ");
  }

  @Test
  void oneWhoseFileIsGoneWasAskedTo() throws IOException {
    Files.delete(folder.resolve("run/worker-1"));
    process.close();
    awaitLine("worker-1     ended");
    assertThat(watch.isLeft()).isTrue();
  }

  @Test
  void oneThatIsEndedOnPurposeIsWaitedForAndFollowedAgain() throws IOException {
    server.isReady();
    awaitLine("ready in");
    file(process.pid(), true).write();
    process.close();
    try (Sleeper next = new Sleeper("x/worker-1/", true)) {
      file(next.pid(), false).write();
      awaitLine("started again, pid " + next.pid());
      await().atMost(30, TimeUnit.SECONDS).until(() -> !watch.isStarting());
      assertThat(watch.isOver()).isFalse();
      assertThat(said.lines()).noneMatch(line -> line.contains("unasked"));
    }
  }

  /** As {@code ./edge down} and another {@code ./edge up} behind it do. */
  @Test
  void oneThatWasEndedIsNotFollowedAsAnotherCommandsOfItsName() throws IOException {
    server.isReady();
    awaitLine("ready in");
    Files.delete(file.file());
    Files.move(file.log(), file.log().resolveSibling("worker-1.log.1"));
    try (Sleeper next = new Sleeper("x/worker-1/", true)) {
      new RunFile(file.file(), next.pid(), server.address(), Optional.empty(), false, 2).write();
      process.close();
      awaitLine("worker-1     ended");
      await().atMost(30, TimeUnit.SECONDS).until(watch::isLeft);
    }
  }

  @Test
  void oneThatDoesNothingIsGivenUpAndTheReasonIsTold() throws IOException {
    Process idle = new ProcessBuilder("sleep", "600").start();
    server.answers(
        "GET /mp-health/ready",
        503,
        "{\"status\":\"DOWN\",\"checks\":[{\"data\":{\"reason\":\"the model is being fetched\"}}]}");
    Files.writeString(file.log(), "no address for models.example\n");
    StartPatience patience = new StartPatience(new SharedProgress(), Duration.ofSeconds(1));
    try {
      ServerWatch hopeless =
          new ServerWatch(
              file(idle.pid(), false), new Web(), said.console(), new Children(), () -> patience);
      hopeless.run();
      assertThat(hopeless.isOver()).isTrue();
      assertThat(said.lines())
          .last(InstanceOfAssertFactories.STRING)
          .matches(
              "12:00:00 {2}worker-1 {5}not ready after \\d+ s, of which it had \\S+ s of processor"
                  + " time( and waited \\S+ s for more)?; idle for \\d+ s: the model is being fetched;"
                  + " its last words: no address for models\\.example \\(log: .*/log/worker-1\\.log\\)");
      assertThat(idle.isAlive()).as("whoever started it ends it").isTrue();
    } finally {
      idle.destroyForcibly();
    }
  }

  @Test
  void theServersThatAreReadyAreTold() throws InterruptedException {
    server.isReady();
    assertThat(new Following(said.console(), List.of(file), new Children(), new Web()).untilReady())
        .isTrue();
    assertThat(said.lines()).contains("12:00:00  edge         worker-1 " + server.address());
  }

  private RunFile file(long pid, boolean again) {
    return new RunFile(
        folder.resolve("run/worker-1"), pid, server.address(), Optional.empty(), again, 1);
  }

  private void awaitLine(String words) {
    await(words)
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> said.lines().stream().anyMatch(line -> line.contains(words)));
  }
}
