package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.completed;
import static edgeai.coordinator.result.TestResults.failed;
import static edgeai.coordinator.result.TestResults.result;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.fixture.OnlyH2;
import edgeai.common.fixture.QuietLog;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnBothDatabases
@Tag("databases-smoke")
@ExtendWith(QuietLog.class)
class FrameRepositoryTest {
  private static TestLedger ledger;
  private static FrameRepository frames;

  @BeforeAll
  static void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    frames = new FrameRepository(ledger.database());
  }

  @AfterAll
  static void close() {
    ledger.close();
  }

  @BeforeEach
  void empty() {
    ledger
        .writer()
        .write(
            connection -> {
              FrameRow.deleteOf(connection, "job");
              FrameRow.deleteOf(connection, "other");
            });
  }

  private static void store(FrameResult result, String... tried) {
    ledger.writer().write(c -> FrameRow.insert(c, result, List.of(tried)));
  }

  private static List<Long> ids(List<FrameResult> results) {
    return results.stream().map(FrameResult::frameId).toList();
  }

  @Test
  void aFrameComesBackAsItWasStored() {
    FrameResult result = completed(1, "w", "car", "bus", "car");
    store(result, "w");

    assertThat(frames.find(1)).contains(result);
    assertThat(frames.find(2)).isEmpty();
  }

  @Test
  void aFrameTellsItsSizeUnlessItWasStoredBeforeSizesWere() {
    store(completed(1, "w", "car"), "w");
    assertThat(frames.find(1)).map(FrameResult::width).contains(1280);
    assertThat(frames.find(1)).map(FrameResult::height).contains(720);

    ledger.writer().write(c -> Database.update(c, "update frame set width = null, height = null"));
    assertThat(frames.find(1)).map(FrameResult::width).isEmpty();
    assertThat(frames.find(1)).map(FrameResult::height).isEmpty();
  }

  @Test
  void aFrameIsStoredOnce() {
    store(completed(1, "first"), "first");
    store(completed(1, "second"), "second");

    assertThat(frames.find(1).orElseThrow().workerId()).isEqualTo("first");
  }

  @Test
  void framesOfAJobComeInOrderAfterACursor() {
    List.of(3L, 1L, 2L, 4L).forEach(id -> store(completed(id, "w"), "w"));
    store(result(9, "other", "w", FrameResult.COMPLETED, null), "w");

    assertThat(ids(frames.ofJob("job", null, 0, 10))).isEqualTo(List.of(1L, 2L, 3L, 4L));
    assertThat(ids(frames.ofJob("job", null, 1, 2))).isEqualTo(List.of(2L, 3L));
    assertThat(frames.newest(2)).extracting(StoredSize::frameId).containsExactly(9L, 4L);
    assertThat(ids(frames.between(2, 9, 10))).isEqualTo(List.of(2L, 3L, 4L, 9L));
    assertThat(frames.hasMore("job", null, 3)).isTrue();
    assertThat(frames.hasMore("job", null, 4)).isFalse();
  }

  /** As a rogue worker may answer: two thousand labels of a hundred letters in each. */
  @Test
  void largeFramesMakeShortPagesAndNoneIsLeftOut() {
    String[] labels = new String[2_000];
    Arrays.fill(labels, "x".repeat(100));
    List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L).forEach(id -> store(completed(id, "w", labels), "w"));

    int most = (int) (StoredSize.MOST_CHARACTERS / frames.newest(1).get(0).characters());
    assertThat(most).isBetween(1, 6);
    assertThat(ids(frames.ofJob("job", null, 0, 500))).hasSize(most);
    List<Long> all = new ArrayList<>();
    frames.forEachOfJob("job", null, frame -> all.add(frame.frameId()));
    assertThat(all).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @OnlyH2
  @Test
  void theNewestAreReadFromTheirEndOfAnIndex() {
    assertThat(ledger.plan(FrameRepository.NEWEST, 2)).contains("FRAME_NEWEST", "index sorted");
  }

  @Test
  void framesAreToldApartByTheirState() {
    store(completed(1, "w", "car"), "w");
    store(failed(2, "w", "3 workers failed on it"), "w");

    assertThat(ids(frames.ofJob("job", FrameResult.COMPLETED, 0, 10))).isEqualTo(List.of(1L));
    assertThat(ids(frames.ofJob("job", FrameResult.FAILED, 0, 10))).isEqualTo(List.of(2L));
  }

  @Test
  void allFramesOfAJobComeInVideoOrderPageByPage() {
    ledger
        .writer()
        .write(
            connection -> {
              for (long id = 600; id >= 1; id--) {
                FrameRow.insert(connection, completed(id, "w"), List.of());
              }
            });
    store(failed(601, "w", "broken"));
    List<FrameResult> all = new ArrayList<>();
    frames.forEachOfJob("job", null, all::add);
    assertThat(ids(all)).isEqualTo(LongStream.rangeClosed(1, 601).boxed().toList());
    all.clear();
    frames.forEachOfJob("job", FrameResult.FAILED, all::add);
    assertThat(ids(all)).containsExactly(601L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"w", "a_b", "100%", "quo\"te", "back\\slash", "[", "🚗", "a,b"})
  void aWorkerFindsTheFramesItWasGiven(String workerId) {
    store(completed(1, "last"), "first", workerId, "last");

    assertThat(frames.findGivenTo(1, workerId)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"axb, a_b", "abc, %", "worker-10, worker-1", "a, A", "ab, b", "x, '\",\"'"})
  void aWorkerDoesNotFindTheFramesOfAnother(String given, String asking) {
    store(completed(1, given), given, "second");

    assertThat(frames.findGivenTo(1, asking)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "é", "🚗"})
  void theLongestIdAndLabelFit(String character) {
    String longest = character.repeat(128);
    FrameResult result = completed(1, longest, longest);
    store(result, longest);

    assertThat(frames.find(1)).contains(result);
  }

  @Test
  void aLongReasonIsCutRatherThanRefused() {
    store(failed(1, "w", "x".repeat(5_000)), "w");

    assertThat(frames.find(1).orElseThrow().error()).startsWith("xxx").hasSizeLessThan(2_001);
  }
}
