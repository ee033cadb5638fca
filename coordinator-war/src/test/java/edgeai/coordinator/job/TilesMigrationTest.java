package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.store.OlderDatabase;
import edgeai.coordinator.store.TestLedger;
import edgeai.settings.Tiles;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before, with a job in it, is opened by this one. */
@OnBothDatabases
class TilesMigrationTest {
  private static void before(Path folder) throws SQLException {
    OlderDatabase.in(
        folder,
        "11",
        "insert into job (job_id, submitted_at, filename, size_bytes, status, started_at,"
            + " completed_at, total_frames, processed_frames, failed_frames, detections_found,"
            + " error, models, sample_fps, classes, cancelled, submitted_frames, mode)"
            + " values ('old', 1000, 'drive.mp4', 42, 'completed', 2000, 3000, 1, 1, 0, 0, null,"
            + " 'sha', 5, '', false, 1, 'pieces')");
  }

  @Test
  void framesOfJobsOfTheVersionBeforeWereNotCut(@TempDir Path folder) throws SQLException {
    before(folder);

    try (TestLedger ledger = new TestLedger(folder)) {
      JobRepository jobs =
          new JobRepository(ledger.database(), ledger.writer(), TestTotals.of(ledger));
      JobRecord old = jobs.find("old").orElseThrow();

      assertThat(old.job().tiles()).isEqualTo("1x1");
      assertThat(old.job().tilesTaken()).isEqualTo("1x1");
      assertThat(old.options().tiles()).isEqualTo(Tiles.WHOLE);
      assertThat(old.options().tilesTaken()).isEqualTo(Tiles.WHOLE);
    }
  }
}
