package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static edgeai.coordinator.result.TestResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@ExtendWith(QuietLog.class)
class FrameTalliesTest {
  private TestLedger ledger;
  private FrameTallies tallies;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    tallies = new FrameTallies(ledger.database(), new FrameRepository(ledger.database()));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private void store(FrameResult result) {
    ledger.writer().write(c -> FrameRow.insert(c, result, List.of("w")));
  }

  @Test
  void framesAreCountedByTheirState() {
    store(completed(1, "w", "car"));
    store(failed(2, "w", "3 workers failed on it"));

    assertThat(tallies.tally("job")).isEqualTo(new FrameTallies.Tally(1, 1, 1, 0));
    assertThat(tallies.tally("none")).isEqualTo(new FrameTallies.Tally(0, 0, 0, 0));
    BitSet settled = new BitSet();
    settled.set(0, 2);
    assertThat(tallies.settledIndexes("job")).isEqualTo(settled);
  }

  @Test
  void theExtentOfAJobIsThatOfItsSettledFrames() {
    assertThat(tallies.extent("job")).isEqualTo(new FrameTallies.Extent(0, 0, 0));
    store(completed(9, "w", "car"));
    store(failed(4, "w", "broken"));
    store(result(70, "other", "w", FrameResult.COMPLETED, null));
    assertThat(tallies.extent("job")).isEqualTo(new FrameTallies.Extent(2, 160, 360));
  }

  @Test
  void theObjectsOfAJobAreCountedOverManyPages() {
    for (long id = 1; id <= 1_001; id++) {
      FrameResult result = completed(id, "w", "car");
      ledger.writer().submit(c -> FrameRow.insert(c, result, List.of("w")));
    }
    store(failed(1_002, "w", "e"));

    assertThat(tallies.objectCounts("job")).isEqualTo(Map.of("car", 1_001L));
  }
}
