package edgeai.coordinator.decode;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
@Tag("databases-smoke")
class FrameIdsTest {
  private static final int FRAMES = FrameIds.BLOCK * 2 + 5;

  @TempDir private Path folder;
  private TestLedger ledger;
  private FrameIds ids;

  @BeforeEach
  void open() {
    ledger = new TestLedger(folder);
    ids = new FrameIds(ledger.database(), ledger.writer());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private List<Long> all(String jobId) {
    FrameIds.OfJob job = ids.of(jobId);
    return LongStream.range(0, FRAMES).map(job::at).boxed().toList();
  }

  @Test
  void theIdsOfAJobAscendFromOne() {
    assertThat(all("a")).isSorted().doesNotHaveDuplicates().startsWith(1L, 2L, 3L);
  }

  @Test
  void twoJobsAtTheSameTimeShareNoId() {
    FrameIds.OfJob a = ids.of("a");
    FrameIds.OfJob b = ids.of("b");
    List<Long> ofA = new ArrayList<>();
    List<Long> ofB = new ArrayList<>();
    for (int i = 0; i < FRAMES; i++) {
      ofA.add(a.at(i));
      ofB.add(b.at(i));
    }

    assertThat(ofA).isSorted().doesNotHaveDuplicates().doesNotContainAnyElementsOf(ofB);
    assertThat(ofB).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aFrameHasTheSameIdAfterARestart() {
    List<Long> before = all("a");
    close();
    open();
    List<Long> ofAnother = all("b");

    assertThat(all("a")).isEqualTo(before);
    assertThat(before).doesNotContainAnyElementsOf(ofAnother);
  }

  @Test
  void anotherPassOverTheVideoGivesTheSameIds() {
    assertThat(all("a")).isEqualTo(all("a"));
  }

  @Test
  void theIdsOfARemovedJobAreNeverGivenAgain() {
    Set<Long> removed = new HashSet<>(all("a"));
    ledger.writer().write(c -> Database.update(c, "delete from frame_block where job_id = 'a'"));

    assertThat(all("b")).doesNotContainAnyElementsOf(removed);
    assertThat(all("a")).doesNotContainAnyElementsOf(removed);
  }
}
