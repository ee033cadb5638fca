package edgeai.coordinator.job;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.OnBothDatabases;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.result.FrameTallies;
import edgeai.coordinator.result.TestTotals;
import edgeai.coordinator.store.OlderDatabase;
import edgeai.coordinator.store.TestLedger;
import edgeai.settings.SkipStill;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database of the version before, with a job and a frame in it, is opened by this one. */
@OnBothDatabases
class StillMigrationTest {
  private static void before(Path folder) throws SQLException {
    OlderDatabase.in(
        folder,
        "10",
        "insert into job (job_id, submitted_at, filename, size_bytes, status, started_at,"
            + " completed_at, total_frames, processed_frames, failed_frames, detections_found,"
            + " error, models, sample_fps, classes, cancelled, submitted_frames, mode)"
            + " values ('old', 1000, 'drive.mp4', 42, 'completed', 2000, 3000, 1, 1, 0, 0, null,"
            + " 'sha', 5, '', false, 1, 'pieces')",
        "insert into frame (frame_id, job_id, frame_index, media_time_ms, status, worker_id,"
            + " processing_time_ms, received_at, detections, attempts, tried, found, attempt_log,"
            + " width, height) values (7, 'old', 6, 240, 'completed', 'w', 12.5, 2500, '[]', 1,"
            + " '[\"w\"]', 0, '[]', 640, 480)");
  }

  @Test
  void eachFrameOfTheVersionBeforeWasInferred(@TempDir Path folder) throws SQLException {
    before(folder);

    try (TestLedger ledger = new TestLedger(folder)) {
      JobRepository jobs =
          new JobRepository(ledger.database(), ledger.writer(), TestTotals.of(ledger));
      JobRecord old = jobs.find("old").orElseThrow();
      assertThat(old.job().skipStill()).isEqualTo("off");
      assertThat(old.job().reusedFrames()).isZero();
      assertThat(old.options().skipStill()).isEqualTo(SkipStill.OFF);

      FrameResult frame = new FrameRepository(ledger.database()).find(7).orElseThrow();
      assertThat(frame.reusedFrom()).isNull();
      assertThat(frame.change()).isNull();
      assertThat(frame.width()).isEqualTo(640);
      assertThat(new FrameTallies(ledger.database(), null).tally("old"))
          .isEqualTo(new FrameTallies.Tally(1, 0, 0, 0));

      Job reusing = old.job().reusing("off", 3);
      jobs.update(reusing);
      assertThat(jobs.find("old").orElseThrow().job().reusedFrames()).isEqualTo(3);
    }
  }
}
