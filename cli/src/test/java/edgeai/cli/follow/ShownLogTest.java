package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownLogTest {
  @TempDir private Path folder;

  @Test
  void theLastLinesAndThenWhatComes() throws IOException {
    Path file = folder.resolve("worker-1.log");
    ShownLog log = new ShownLog(file);
    assertThat(log.last(2)).isEmpty();
    assertThat(log.next()).isEmpty();
    Files.writeString(file, "one\ntwo\nthree\nfo");
    assertThat(log.last(2)).containsExactly("two", "three");
    Files.writeString(file, "ur\nfive\n", StandardOpenOption.APPEND);
    assertThat(log.next()).containsExactly("four", "five");
    assertThat(log.next()).isEmpty();
  }

  @Test
  void theLogBeforeHasTheRest() throws IOException {
    Path file = Files.writeString(folder.resolve("worker-1.log"), "three\n");
    Files.writeString(LogTail.before(file), "one\ntwo\n");
    assertThat(new ShownLog(file).last(2)).containsExactly("two", "three");
    assertThat(new ShownLog(file).last(1)).containsExactly("three");
    assertThat(new ShownLog(file).last(0)).isEmpty();
  }

  @Test
  void oneThatIsBegunAnewIsReadFromItsBeginning() throws IOException {
    Path file = Files.writeString(folder.resolve("worker-1.log"), "one\ntwo\n");
    ShownLog log = new ShownLog(file);
    assertThat(log.last(9)).hasSize(2);
    Files.writeString(file, "anew\n");
    assertThat(log.next()).containsExactly("anew");
  }

  @Test
  void oneThatIsLongIsReadFromItsEnd() throws IOException {
    Path file = folder.resolve("worker-1.log");
    Files.writeString(file, "a line of a log that is long\n".repeat(300_000) + "last\n");
    assertThat(new ShownLog(file).last(2)).containsExactly("a line of a log that is long", "last");
  }
}
