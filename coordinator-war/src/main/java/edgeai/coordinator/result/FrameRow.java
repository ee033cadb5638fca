package edgeai.coordinator.result;

import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** A settled frame as a row of the ledger: how it is written, read and taken out. */
public final class FrameRow {
  private static final String COLUMNS =
      "frame_id, worker_id, detections, processing_time_ms, received_at, status, job_id,"
          + " frame_index, media_time_ms, attempts, error, width, height, reused_from, reuse_change";

  static final String SELECT = "select " + COLUMNS + " from frame ";

  /** With the attempts one by one. */
  static final String SELECT_ALL = "select " + COLUMNS + ", attempt_log from frame ";

  private static final String INSERT =
      "insert into frame ("
          + COLUMNS
          + ", tried, found, attempt_log)"
          + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?"
          + " where not exists (select 1 from frame where frame_id = ?)";

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
    return insert(connection, List.of(new Columns(result, tried))).get(0);
  }

  /**
   * Stores frames with one batch, save those that are stored, as above.
   *
   * @return the positions of those that were stored now
   */
  static BitSet insert(Connection connection, List<Columns> rows) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (Columns row : rows) {
        row.bind(statement);
        statement.addBatch();
      }
      return inserted(statement.executeBatch());
    }
  }

  private static BitSet inserted(int... counts) {
    BitSet inserted = new BitSet(counts.length);
    for (int row = 0; row < counts.length; row++) {
      inserted.set(row, counts[row] > 0);
    }
    return inserted;
  }

  /**
   * What is written of a frame: made where it is settled, since the one writer has enough to do.
   */
  static final class Columns {
    private final FrameResult result;
    private final String detections;
    private final String tried;
    private final String attemptLog;

    Columns(FrameResult result, List<String> tried) {
      this.result = result;
      this.detections = DetectionColumn.write(result.detections());
      this.tried = TriedColumn.write(tried);
      this.attemptLog = AttemptColumn.write(result.attemptLog());
    }

    private void bind(PreparedStatement to) throws SQLException {
      to.setLong(1, result.frameId());
      to.setString(2, Database.storable(result.workerId()));
      to.setString(3, detections);
      to.setDouble(4, result.processingTimeMs());
      to.setLong(5, result.receivedAt().toEpochMilli());
      to.setString(6, result.status());
      to.setString(7, result.jobId());
      to.setLong(8, result.frameIndex());
      to.setLong(9, result.mediaTimeMs());
      to.setInt(10, result.attempts());
      to.setString(11, Database.storable(cut(result.error())));
      to.setObject(12, result.width());
      to.setObject(13, result.height());
      to.setObject(14, result.reusedFrom());
      to.setObject(15, result.change());
      to.setString(16, tried);
      to.setInt(17, result.detections().size());
      to.setString(18, attemptLog);
      to.setLong(19, result.frameId());
    }
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
    return read(row).with(AttemptColumn.parse(row.getString(16)));
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
        .of(row.getObject(12, Integer.class), row.getObject(13, Integer.class))
        .reusing(row.getObject(14, Long.class), row.getObject(15, Double.class));
  }
}
