package edgeai.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  @TempDir private Path folder;

  @Test
  void itIsItsOwnersAlone() throws IOException {
    Path data = folder.resolve("data");
    AuditFile file = AuditFile.ofDeeds(data);
    file.append(List.of("one"));

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
        .isEqualTo("rwx------");
  }

  @Test
  void theEldestLinesGo() throws IOException {
    AuditFile file = new AuditFile(folder.resolve("audit.jsonl"), 100);
    for (int i = 0; i < 100; i++) {
      file.append(List.of("line %05d".formatted(i)));
    }

    assertThat(file.paths()).hasSize(AuditFile.FILES).allMatch(Files::exists);
    List<String> kept = new ArrayList<>();
    for (Path path : file.paths()) {
      assertThat(Files.size(path)).isLessThanOrEqualTo(100);
      kept.addAll(Files.readAllLines(path));
    }
    assertThat(kept).isSorted().endsWith("line 00099").hasSizeBetween(36, 45);
    try (var all = Files.list(folder)) {
      assertThat(all).hasSize(AuditFile.FILES + 1);
    }
  }

  @Test
  void whatWasBrokenOffTakesNoOtherLineWithIt() throws IOException {
    AuditFile file = AuditFile.ofDeeds(folder);
    file.append(List.of("one"));
    Files.writeString(file.path(), "{\"at\":\"20", StandardOpenOption.APPEND);

    file.append(List.of("two"));

    assertThat(Files.readAllLines(file.path())).containsExactly("one", "{\"at\":\"20", "two");
  }

  @Test
  void whatCannotBeWrittenIsSaid() throws IOException {
    Files.createDirectory(folder.resolve("audit.jsonl"));

    assertThatThrownBy(() -> AuditFile.ofDeeds(folder).append(List.of("one")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void linesOfManyAreWhole() {
    AuditFile file = new AuditFile(folder.resolve("audit.jsonl"), 1 << 20);
    IntStream.range(0, 200)
        .parallel()
        .forEach(
            i -> {
              try {
                file.append(List.of("line " + i, "and " + i));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });

    assertThat(file.path())
        .content()
        .satisfies(
            text ->
                IntStream.range(0, 200)
                    .forEach(i -> assertThat(text).contains("line %d\nand %d\n".formatted(i, i))));
  }

  @Test
  void whatIsRefusedPushesOutNothingThatWasDone() {
    assertThat(AuditFile.ofDeeds(folder).paths())
        .doesNotContainAnyElementsOf(AuditFile.ofRefusals(folder).paths());
  }
}
