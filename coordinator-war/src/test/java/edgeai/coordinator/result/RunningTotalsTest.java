package edgeai.coordinator.result;

import static edgeai.coordinator.result.TestResults.completed;
import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.coordinator.store.LedgerWriter;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnBothDatabases
class RunningTotalsTest {
  private TestLedger ledger;
  private RunningTotals totals;

  @BeforeEach
  void open(@TempDir Path folder) {
    ledger = new TestLedger(folder);
    totals = readBack();
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  private RunningTotals readBack() {
    return TestTotals.of(ledger);
  }

  private LedgerWriter.Entry entry(TotalsChange... changes) {
    return new LedgerWriter.Entry() {
      @Override
      public void write(Connection connection) throws SQLException {
        for (TotalsChange change : changes) {
          totals.add(change);
        }
      }

      @Override
      public void committed() {
        for (TotalsChange change : changes) {
          totals.apply(change);
        }
      }
    };
  }

  private void add(TotalsChange... changes) {
    ledger.writer().write(entry(changes));
  }

  @Test
  void resultsAddUpAndAreReadBack() {
    add(TotalsChange.of(completed(1, "a", "car", "car", "bus")));
    add(TotalsChange.of(completed(2, "b")), TotalsChange.of(List.of()));

    ResultStage.Summary expected =
        new ResultStage.Summary(2, 3, Map.of("car", 2L, "bus", 1L), Map.of("a", 1L, "b", 1L), 0);
    assertThat(totals.summary()).isEqualTo(expected);
    assertThat(readBack().summary()).isEqualTo(expected);
  }

  @Test
  void aReplacedResultLeavesNoTrace() {
    TotalsChange before = TotalsChange.of(completed(1, "a", "car"));
    TotalsChange after = TotalsChange.of(completed(1, "b", "bus", "bus"));
    add(before);
    add(after.minus(before));

    ResultStage.Summary expected =
        new ResultStage.Summary(1, 2, Map.of("bus", 2L), Map.of("b", 1L), 0);
    assertThat(totals.summary()).isEqualTo(expected);
    assertThat(readBack().summary()).isEqualTo(expected);
  }

  @Test
  void whatStaysTheSameIsNoChange() {
    TotalsChange same = TotalsChange.of(completed(1, "a", "car"));

    assertThat(same.minus(same)).isEqualTo(TotalsChange.of(List.of()));
  }

  @Test
  void namesBeyondAThousandCountAsOther() {
    for (int i = 0; i < 1_005; i++) {
      TotalsChange change = TotalsChange.of(completed(i + 1, "w" + i, "label" + i));
      ledger.writer().submit(entry(change));
    }
    add(TotalsChange.of(List.of()));

    assertThat(totals.summary().objectCounts()).hasSize(1_001).containsEntry("other", 5L);
    assertThat(totals.summary().workerSummary()).hasSize(1_001).containsEntry("other", 5L);
    assertThat(totals.framesOf("w7")).isEqualTo(1);
    assertThat(totals.framesOf("w1004")).isEqualTo(1);
    assertThat(readBack().summary()).isEqualTo(totals.summary());
  }

  @Test
  void theFramesOfAWorkerAreThoseOfTheSummaryBeforeAndAfterARestart() {
    add(TotalsChange.of(completed(1, "a", "car")), TotalsChange.of(completed(2, "a")));
    add(TotalsChange.of(completed(3, "b")));

    assertThat(totals.framesOf("a")).isEqualTo(2);
    assertThat(readBack().framesOf("a")).isEqualTo(2);
    assertThat(readBack().framesOf("nobody")).isZero();
  }

  @Test
  void resultsOfOneGroupAreBoundedTogether() {
    TotalsChange[] group = new TotalsChange[1_005];
    for (int i = 0; i < group.length; i++) {
      group[i] = TotalsChange.of(completed(i + 1, "w" + i, "label" + i));
    }
    add(group);

    assertThat(readBack().summary().objectCounts()).hasSize(1_001).containsEntry("other", 5L);
    assertThat(readBack().summary()).isEqualTo(totals.summary());
  }
}
