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

/** A database of the version before, with jobs in it, is opened by this one. */
@OnBothDatabases
class ModeMigrationTest {
  private static final String JOB =
      "insert into job (job_id, submitted_at, filename, size_bytes, status, started_at,"
          + " completed_at, total_frames, processed_frames, failed_frames, detections_found,"
          + " error, models, sample_fps, classes, cancelled, submitted_frames, warning)"
          + " values ('%s', 1000, 'drive.mp4', 42, '%s', 2000, %s, 10, 9, 1, 20, null, 'sha', 5,"
          + " '', false, 10, 'it ends early')";

  private static void before(Path folder) throws SQLException {
    OlderDatabase.in(
        folder,
        "9",
        JOB.formatted("ended", "completed", "3000"),
        JOB.formatted("running", "processing", "null"),
        "insert into frame (frame_id, job_id, frame_index, media_time_ms, status, worker_id,"
            + " processing_time_ms, received_at, detections, attempts, tried, found, attempt_log)"
            + " values (7, 'running', 6, 240, 'completed', 'w', 12.5, 2500, '[]', 1, '[\"w\"]',"
            + " 0, '[]')");
  }

  @Test
  void jobsOfTheVersionBeforeWentByFramesAndOneUnderWayIsYetToChoose(@TempDir Path folder)
      throws SQLException {
    before(folder);

    try (TestLedger ledger = new TestLedger(folder)) {
      JobRepository jobs =
          new JobRepository(ledger.database(), ledger.writer(), TestTotals.of(ledger));
      Job ended = jobs.find("ended").orElseThrow().job();
      assertThat(ended.mode()).isEqualTo(Job.FRAMES);
      assertThat(ended.modeReason()).contains("before");
      assertThat(ended.processedFrames()).isEqualTo(9);
      assertThat(ended.warning()).isEqualTo("it ends early");

      Job running = jobs.find("running").orElseThrow().job();
      assertThat(running.mode()).isNull();
      jobs.update(running.inMode(Job.PIECES, null));
      assertThat(jobs.find("running").orElseThrow().job().mode()).isEqualTo(Job.PIECES);
      assertThat(
              ledger
                  .database()
                  .list("select frame_id from frame where job_id = 'running'", r -> r.getLong(1)))
          .containsExactly(7L);
    }
  }
}
