package edgeai.coordinator.result;

import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** A settled frame as a row of the ledger: how it is written, read and taken out. */
public final class FrameRow {
  private static final String COLUMNS =
      "frame_id, worker_id, detections, processing_time_ms, received_at, status, job_id,"
          + " frame_index, media_time_ms, attempts, error, width, height";

  static final String SELECT = "select " + COLUMNS + " from frame ";

  /** With the attempts one by one. */
  static final String SELECT_ALL = "select " + COLUMNS + ", attempt_log from frame ";

  private static final int MAX_ERROR = 2_000;

  private FrameRow() {}

  /**
   * Stores a frame, or nothing where it is stored: a commit that was durable may have been answered
   * as failed, and is tried again.
   *
   * @return whether it was stored now
   */
  static boolean insert(Connection connection, FrameResult result, List<String> tried)
      throws SQLException {
    if (Database.exists(connection, "select 1 from frame where frame_id = ?", result.frameId())) {
      return false;
    }
    Database.update(
        connection,
        "insert into frame ("
            + COLUMNS
            + ", tried, found, attempt_log) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
            + " ?)",
        result.frameId(),
        result.workerId(),
        JsonOutput.write(result.detections()),
        result.processingTimeMs(),
        result.receivedAt().toEpochMilli(),
        result.status(),
        result.jobId(),
        result.frameIndex(),
        result.mediaTimeMs(),
        result.attempts(),
        cut(result.error()),
        result.width(),
        result.height(),
        JsonOutput.write(tried),
        result.detections().size(),
        JsonOutput.write(result.attemptLog()));
    return true;
  }

  private static String cut(String error) {
    return error == null || error.length() <= MAX_ERROR ? error : error.substring(0, MAX_ERROR);
  }

  /**
   * Takes out all frames of a job; its part in the totals stays.
   *
   * @return how many of them had completed
   */
  public static long deleteOf(Connection connection, String jobId) throws SQLException {
    long completed =
        Database.list(
                connection,
                "select count(*) from frame where job_id = ? and status = 'completed'",
                row -> row.getLong(1),
                jobId)
            .get(0);
    Database.update(connection, "delete from frame where job_id = ?", jobId);
    return completed;
  }

  static FrameResult readAll(ResultSet row) throws SQLException {
    return read(row).with(AttemptColumn.parse(row.getString(14)));
  }

  static FrameResult read(ResultSet row) throws SQLException {
    List<Detection> detections = DetectionColumn.parse(row.getString(3));
    return new FrameResult(
            row.getLong(1),
            row.getString(2),
            detections,
            Detection.countByLabel(detections),
            row.getDouble(4),
            Instant.ofEpochMilli(row.getLong(5)),
            row.getString(6),
            row.getString(7),
            row.getLong(8),
            row.getLong(9),
            row.getInt(10),
            row.getString(11))
        .of(row.getObject(12, Integer.class), row.getObject(13, Integer.class));
  }
}
