package edgeai.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.audit.AuditFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLinesTest {
  private static final String LONG = "x".repeat(100_000);

  @TempDir private Path folder;

  private static List<String> read(AuditLines lines) throws IOException {
    List<String> all = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      all.add(line.get());
    }
    return all;
  }

  @Test
  void whatComesIsReadOnceAlsoWhereAFileIsFull() throws IOException {
    AuditFile file = AuditFile.ofDeeds(folder);
    try (AuditLines lines = new AuditLines(file)) {
      assertThat(read(lines)).as("before there is a file").isEmpty();
      List<String> all = new ArrayList<>();
      for (int i = 0; i < 250; i++) {
        file.append(List.of("line " + i, LONG));
        if (i % 60 == 0) {
          all.addAll(read(lines));
          assertThat(read(lines)).isEmpty();
        }
      }
      all.addAll(read(lines));

      assertThat(file.paths().get(2)).as("full twice").exists();
      assertThat(all)
          .filteredOn(line -> line.startsWith("line "))
          .hasSize(250)
          .doesNotHaveDuplicates();
      assertThat(all.getLast()).hasSize(1 << 16);
    }
  }

  @Test
  void whoComesLaterReadsAllThereIs() throws IOException {
    AuditFile file = AuditFile.ofDeeds(folder);
    for (int i = 0; i < 120; i++) {
      file.append(List.of("line " + i, LONG));
    }
    try (AuditLines lines = new AuditLines(file)) {
      assertThat(read(lines)).startsWith("line 0").contains("line 119").hasSize(240);
    }
  }
}
