package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.BothDatabases;
import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
class OtherResultRepositoryTest {
  private TestLedger ledger;
  private OtherResultRepository others;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    others = new OtherResultRepository(ledger.database(), ledger.writer());
    others.start();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private Optional<FrameResult> replace(FrameResult result) {
    AtomicReference<Optional<FrameResult>> before = new AtomicReference<>();
    ledger.writer().write(c -> before.set(others.replace(c, result)));
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
        .extracting(StoredSize::frameId)
        .isEqualTo(List.of(9_007_199_254_740_991L, 7L));
    assertThat(others.find(6)).isEmpty();
  }

  /** A sender may never choose an id that divides by a round number. */
  @ParameterizedTest
  @ValueSource(longs = {1, 1_000, 9_007_199_254_740_991L - 110_000 * 7L})
  void thereAreNeverManyMoreThanAreKeptWhateverTheirIds(long first) {
    fill(OtherResultRepository.KEPT + OtherResultRepository.SLACK, first, 7);
    replace(other(first + 7 * 105_000L + 1, "newest"));

    assertThat(rows()).isEqualTo(OtherResultRepository.KEPT);
    assertThat(others.find(first + 7 * 105_000L + 1)).isPresent();
    assertThat(others.find(first)).isEmpty();
    assertThat(others.find(first + 7 * 100_999L)).isPresent();
  }

  /** Few of them, but two thousand labels of a hundred letters in each. */
  @Test
  void theOldestGoWhereAllTogetherAreTooLarge() {
    OtherResultRepository small =
        new OtherResultRepository(ledger.database(), ledger.writer(), 8L << 20);
    small.start();
    String[] labels = new String[2_000];
    Arrays.fill(labels, "x".repeat(100));
    for (long id = 1; id <= 60; id++) {
      FrameResult large = other(1_000 - id, "w", labels);
      ledger.writer().write(c -> small.replace(c, large));
    }

    long kept = small.newest(100).stream().mapToLong(StoredSize::characters).sum();
    assertThat(kept).isBetween(6L << 20, 8L << 20);
    assertThat(small.removed()).isEqualTo(60 - small.newest(100).size());
    assertThat(small.find(940)).isPresent();
  }

  @Test
  void manyAtTheSameMomentAreBoundedAsWell() {
    ledger
        .writer()
        .write(
            c -> {
              insert(c, 40, 1, 1, 0);
              OtherResultRepository.trim(c, 10, 5);
            });

    assertThat(others.newest(100)).extracting(StoredSize::frameId).hasSize(10).contains(40L);
  }

  @Test
  void tidyingUpKeepsWhatIsWithinTheLimit() {
    ledger
        .writer()
        .write(
            c -> {
              insert(c, 15, 1, 1, 1);
              OtherResultRepository.trim(c, 10, 5);
            });

    assertThat(rows()).isEqualTo(15);
  }

  private void fill(int rows, long first, long step) {
    ledger.writer().write(c -> insert(c, rows, first, step, 1));
  }

  /** Rows as they came in, one after the other. */
  private static void insert(Connection c, int rows, long first, long step, long msBetween)
      throws SQLException {
    Database.update(
        c,
        "insert into other_result (frame_id, worker_id, detections, processing_time_ms,"
            + " received_at) select ? + (x - 1) * ?, 'w', '[]', 1, (x - 1) * ?"
            + " from "
            + BothDatabases.numbers(),
        first,
        step,
        msBetween,
        rows);
  }

  private long rows() {
    return ledger
        .database()
        .list("select count(*) from other_result", row -> row.getLong(1))
        .get(0);
  }
}
