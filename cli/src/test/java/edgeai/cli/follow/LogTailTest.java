package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {
  private Path log;
  private LogTail tail;

  @BeforeEach
  void begin(@TempDir Path folder) throws IOException {
    log = Files.createFile(folder.resolve("worker-1.log"));
    tail = new LogTail(log, 100);
  }

  private void append(String text) throws IOException {
    Files.writeString(log, text, StandardOpenOption.APPEND);
  }

  @Test
  void linesAreGivenOnceTheyAreEnded() throws IOException {
    append("one\ntw");
    assertThat(tail.next()).containsExactly("one");
    append("o\n");
    assertThat(tail.next()).containsExactly("two");
    assertThat(tail.next()).isEmpty();
  }

  @Test
  void aLogThatIsLongEnoughStartsAnewAndNoLineIsLost() throws IOException {
    append("x".repeat(120) + "\nhal");
    assertThat(tail.next()).containsExactly("x".repeat(120));
    assertThat(Files.size(log)).isZero();
    assertThat(LogTail.before(log)).content().startsWith("xxx").endsWith("hal");

    append("f\n");
    assertThat(tail.next()).containsExactly("half");
    append("y".repeat(120) + "\n");
    assertThat(tail.next()).containsExactly("y".repeat(120));
    assertThat(LogTail.before(log)).content().startsWith("f\ny").doesNotContain("x");
  }

  @Test
  void aLineWithoutEndIsGivenInParts() throws IOException {
    tail = new LogTail(log);
    append("x".repeat(100_000));
    assertThat(tail.next()).containsExactly("x".repeat(1 << 16));
    append("\n");
    assertThat(tail.next()).containsExactly("x".repeat(100_000 - (1 << 16)));
  }
}
