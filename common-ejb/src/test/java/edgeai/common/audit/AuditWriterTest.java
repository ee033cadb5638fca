package edgeai.common.audit;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.audit.AuditActor;
import edgeai.audit.AuditEntry;
import edgeai.audit.AuditFile;
import edgeai.common.fixture.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(QuietLog.class)
class AuditWriterTest {
  @TempDir private Path folder;

  private AuditWriter writer() {
    return new AuditWriter(AuditFile.ofDeeds(folder), count -> entry("lost", "").times(count));
  }

  private static AuditEntry entry(String what, String thing) {
    return AuditEntry.once(Instant.EPOCH, "admin", AuditActor.ITSELF, what, thing, 0, "");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(folder.resolve("audit.jsonl"));
  }

  @Test
  void nobodyWaitsForTheDisk() {
    AuditWriter writer = writer();
    for (int i = 0; i < AuditWriter.MOST_WAITING; i++) {
      writer.add(entry("x", "" + i));
    }
    assertThat(writer.lost()).isZero();

    writer.add(entry("x", "one more"));
    assertThat(writer.lost()).isOne();
    assertThat(writer.waiting()).isEqualTo(AuditWriter.MOST_WAITING);
  }

  @Test
  void aDiskThatTakesNothingLosesWhatHasNoRoomAndTheLogSaysSo() throws IOException {
    AuditWriter kept = writer();
    Path inTheWay = Files.createDirectory(folder.resolve("audit.jsonl"));
    for (int i = 0; i < 3 * AuditWriter.MOST_WAITING; i++) {
      kept.add(entry("x", "" + i));
      if (i % 100 == 0) {
        kept.write();
      }
    }
    assertThat(kept.written()).isZero();
    assertThat(kept.lost()).isPositive();

    Files.delete(inTheWay);
    kept.write();
    kept.write();

    long told = lines().stream().filter(line -> line.contains("\"what\":\"x\"")).count();
    assertThat(told + kept.lost()).isEqualTo(3L * AuditWriter.MOST_WAITING);
    assertThat(lines())
        .filteredOn(line -> line.contains("\"what\":\"lost\""))
        .singleElement()
        .asString()
        .contains("\"times\":" + kept.lost());

    kept.add(entry("x", "later"));
    kept.write();
    assertThat(lines().getLast()).contains("later");
  }

  @Test
  void nothingToSayTouchesNoFile() {
    writer().write();
    assertThat(folder).isEmptyDirectory();
  }
}
