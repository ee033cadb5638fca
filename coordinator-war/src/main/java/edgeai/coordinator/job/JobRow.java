package edgeai.coordinator.job;

import edgeai.common.wire.Job;
import edgeai.coordinator.frame.SourceProgress;
import edgeai.coordinator.store.Database;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** A job as a row: how it is written and read. */
final class JobRow {
  static final String SELECT =
      "select job_id, filename, size_bytes, status, submitted_at, started_at, completed_at,"
          + " total_frames, processed_frames, detections_found, error, failed_frames, models,"
          + " sample_fps, cancelled, confidence, classes, submitted_frames, warning,"
          + " mode, mode_reason, skip_still, reused_frames, tiles, tiles_taken, model_name,"
          + " model_sha256 from job ";

  private static final int MAX_TEXT = 2_000;

  private JobRow() {}

  static void insert(Connection connection, JobRecord row) throws SQLException {
    Job job = row.job();
    Database.update(
        connection,
        "insert into job (job_id, submitted_at, filename, size_bytes, status, total_frames,"
            + " processed_frames, failed_frames, detections_found, models, sample_fps,"
            + " confidence, classes, skip_still, tiles, tiles_taken, model_name, model_sha256,"
            + " cancelled)"
            + " values (?, ?, ?, ?, ?, ?, 0, 0, 0, '', ?, ?, ?, ?, ?, ?, ?, ?, false)",
        job.jobId(),
        job.submittedAt().toEpochMilli(),
        job.filename(),
        job.sizeBytes(),
        job.status(),
        job.totalFrames(),
        job.sampleFps(),
        row.options().confidence().isPresent() ? row.options().confidence().getAsDouble() : null,
        String.join("\n", row.options().classes()),
        row.options().skipStill().written(),
        row.options().tiles().written(),
        row.options().tilesTaken().written(),
        job.modelName(),
        job.modelSha256());
  }

  static void update(Connection connection, Job job) throws SQLException {
    Database.update(
        connection,
        "update job set status = ?, started_at = ?, completed_at = ?, total_frames = ?,"
            + " processed_frames = ?, failed_frames = ?, detections_found = ?, error = ?,"
            + " models = ?, cancelled = ?, submitted_frames = ?, warning = ?, mode = ?,"
            + " mode_reason = ?, reused_frames = ?, model_name = ?, model_sha256 = ? where job_id = ?",
        job.status(),
        millis(job.startedAt()),
        millis(job.completedAt()),
        job.totalFrames(),
        job.processedFrames(),
        job.failedFrames(),
        job.detectionsFound(),
        cut(job.error()),
        String.join("\n", job.models()),
        job.cancelled(),
        job.submittedFrames(),
        cut(job.warning()),
        job.mode(),
        cut(job.modeReason()),
        job.reusedFrames(),
        job.modelName(),
        job.modelSha256(),
        job.jobId());
  }

  private static String cut(String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  private static Long millis(Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  static JobRecord read(ResultSet row) throws SQLException {
    String status = row.getString(4);
    long total = row.getLong(8);
    long done = row.getLong(9) + row.getLong(12);
    boolean ended = status.equals(Job.COMPLETED) || status.equals(Job.FAILED);
    Job read =
        new Job(
            row.getString(1),
            row.getString(2),
            row.getLong(3),
            status,
            instant(row, 5),
            instant(row, 6),
            instant(row, 7),
            total,
            row.getLong(9),
            row.getLong(10),
            row.getString(11),
            SourceProgress.percent(done, total, ended),
            row.getLong(12),
            ended ? SourceProgress.average(done, instant(row, 6), instant(row, 7)) : 0,
            lines(row.getString(13)),
            row.getDouble(14),
            row.getBoolean(15),
            row.getLong(18),
            row.getString(19));
    String written = row.getString(22);
    SkipStill skipStill = SkipStill.of(written).orElseGet(() -> SkipStill.unknown(written));
    Job job =
        read.inMode(row.getString(20), row.getString(21))
            .reusing(skipStill.written(), row.getLong(23))
            .cutInto(row.getString(24), row.getString(25))
            .byModel(row.getString(26), row.getString(27));
    double confidence = row.getDouble(16);
    OptionalDouble asked = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(confidence);
    Set<String> classes = lines(row.getString(17)).stream().collect(Collectors.toSet());
    Tiles tiles = tiles(job.tiles());
    Tiles taken = tiles(job.tilesTaken());
    return new JobRecord(
        job, new JobOptions(job.sampleFps(), asked, classes, skipStill, tiles, taken));
  }

  /** What another version wrote may be none that is known here: it is chosen by nobody then. */
  private static Tiles tiles(String written) {
    return Tiles.of(written).orElse(Tiles.AUTO);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("\n")).filter(line -> !line.isEmpty()).toList();
  }
}
