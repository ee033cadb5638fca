package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.completed;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.TestLedger;
import jakarta.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@ExtendWith(QuietLog.class)
class NewestResultsTest {
  private TestLedger ledger;
  private OtherResultRepository others;
  private NewestResults newest;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    others = new OtherResultRepository(ledger.database(), ledger.writer());
    others.start();
    newest = new NewestResults(new FrameRepository(ledger.database()), others);
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void frame(FrameResult result) {
    ledger.writer().write(c -> FrameRow.insert(c, result, List.of()));
  }

  private void other(FrameResult result) {
    ledger.writer().write(c -> others.replace(c, result));
  }

  private List<Long> listed(int limit) throws IOException {
    StringWriter out = new StringWriter();
    newest.write(out, limit);
    try (var reader = Json.createReader(new StringReader(out.toString()))) {
      return reader.readArray().stream()
          .map(result -> result.asJsonObject().getJsonNumber("frame_id").longValue())
          .toList();
    }
  }

  @Test
  void theNewestOfBothKindsAscend() throws IOException {
    LongStream.of(1, 4, 6).forEach(id -> frame(completed(id, "w", "car")));
    LongStream.of(2, 3, 9).forEach(id -> other(completed(id, "w", "car")));

    assertThat(listed(10)).containsExactly(1L, 2L, 3L, 4L, 6L, 9L);
    assertThat(listed(3)).containsExactly(4L, 6L, 9L);
  }

  @Test
  void thereMayBeNone() throws IOException {
    assertThat(listed(10)).isEmpty();
  }

  @Test
  void largeOnesAreListedAsWell() throws IOException {
    String[] labels = new String[2_000];
    Arrays.fill(labels, "x".repeat(100));
    LongStream.range(0, 12).forEach(id -> other(completed(2 * id, "w", labels)));
    LongStream.range(0, 12).forEach(id -> frame(completed(2 * id + 1, "w", labels)));

    assertThat(listed(20)).isEqualTo(LongStream.range(4, 24).boxed().toList());
  }
}
