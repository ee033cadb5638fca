package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.Job;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.store.OlderDatabase;
import edgeai.coordinator.store.TestLedger;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before, with a job in it that had not ended, is opened by this one. */
@OnBothDatabases
class ModelMigrationTest {
  private static void before(Path folder) throws SQLException {
    OlderDatabase.in(
        folder,
        "11",
        "insert into job (job_id, submitted_at, filename, size_bytes, status, total_frames,"
            + " processed_frames, failed_frames, detections_found, models, sample_fps, classes,"
            + " cancelled, submitted_frames)"
            + " values ('old', 1000, 'drive.mp4', 42, 'processing', 1, 0, 0, 0, '', 5, '',"
            + " false, 0)");
  }

  @Test
  void aJobOfTheVersionBeforeHasNoModelUntilItIsTakenUp(@TempDir Path folder) throws SQLException {
    before(folder);

    try (TestLedger ledger = new TestLedger(folder)) {
      JobRepository jobs =
          new JobRepository(ledger.database(), ledger.writer(), TestTotals.of(ledger));
      Job old = jobs.find("old").orElseThrow().job();
      assertThat(old.modelName()).isNull();
      assertThat(old.modelSha256()).isNull();

      jobs.update(old.byModel("coco", "ab".repeat(32)));

      Job now = jobs.find("old").orElseThrow().job();
      assertThat(now.modelName()).isEqualTo("coco");
      assertThat(now.modelSha256()).isEqualTo("ab".repeat(32));
    }
  }
}
