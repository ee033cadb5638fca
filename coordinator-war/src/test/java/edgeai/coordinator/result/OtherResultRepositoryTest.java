package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.ByHand;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherResultRepositoryTest {
  private TestLedger ledger;
  private OtherResultRepository others;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    others = ByHand.wired(new OtherResultRepository(), ledger.database());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Optional<FrameResult> replace(FrameResult result) {
    AtomicReference<Optional<FrameResult>> before = new AtomicReference<>();
    ledger.writer().write(c -> before.set(OtherResultRepository.replace(c, result)));
    return before.get();
  }

  private static FrameResult other(long frameId, String workerId, String... labels) {
    FrameResult of = result(frameId, null, workerId, FrameResult.COMPLETED, null, labels);
    return new FrameResult(
        frameId,
        workerId,
        of.detections(),
        of.objectCounts(),
        of.processingTimeMs(),
        of.receivedAt(),
        FrameResult.COMPLETED,
        null,
        null,
        null,
        1,
        null);
  }

  @Test
  void aResultSentAgainReplacesTheOneBefore() {
    assertThat(replace(other(7, "a", "car"))).isEmpty();
    assertThat(replace(other(7, "b", "bus"))).contains(other(7, "a", "car"));

    assertThat(others.find(7)).contains(other(7, "b", "bus"));
    assertThat(others.newest(10)).hasSize(1);
  }

  @Test
  void theNewestHaveTheHighestIds() {
    List.of(5L, 9_007_199_254_740_991L, 7L).forEach(id -> replace(other(id, "w")));

    assertThat(others.newest(2))
        .extracting(FrameResult::frameId)
        .isEqualTo(List.of(9_007_199_254_740_991L, 7L));
    assertThat(others.find(6)).isEmpty();
  }

  @Test
  void tidyingUpKeepsWhatIsWithinTheLimit() {
    replace(other(1, "w"));
    replace(other(1_000, "w"));

    assertThat(others.newest(10)).hasSize(2);
  }
}
