package edgeai.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.Misuse;
import edgeai.cli.fixture.SpokenLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {
  @TempDir private Path root;
  private final SpokenLines said = new SpokenLines();

  @BeforeEach
  void writeLogs() throws IOException {
    Path logs = Files.createDirectories(root.resolve(".edge/log"));
    Files.writeString(logs.resolve("coordinator.log"), "one\ntwo\n");
    Files.writeString(logs.resolve("worker-1.log"), "three\n");
    Files.writeString(logs.resolve("build.log"), "Maven\n");
  }

  @Test
  void thoseOfAllServersSayWhoseTheyAre() throws InterruptedException {
    typing().run("logs");
    assertThat(said.lines())
        .containsExactly("coordinator  one", "coordinator  two", "worker-1     three");
  }

  @Test
  void thatOfOneIsShownAsItIs() throws InterruptedException {
    typing().run("logs", "coordinator", "--lines", "1");
    assertThat(said.lines()).containsExactly("two");
  }

  @Test
  void whatIsNoServersIsRefused() {
    assertThatThrownBy(() -> typing().run("logs", "build"))
        .isInstanceOf(Misuse.class)
        .hasMessageStartingWith("logs takes one of coordinator, worker-1, not build");
    assertThatThrownBy(() -> typing().run("logs", "--lines", "many"))
        .hasMessageStartingWith("--lines takes a number from 0 to 10000, not many");
  }

  private CommandTyping typing() {
    return new CommandTyping(root, said);
  }
}
