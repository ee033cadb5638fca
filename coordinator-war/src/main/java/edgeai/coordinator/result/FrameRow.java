package edgeai.coordinator.result;

import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import java.sql.BatchUpdateException;
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
          + " frame_index, media_time_ms, attempts, error, width, height";

  static final String SELECT = "select " + COLUMNS + " from frame ";

  /** With the attempts one by one. */
  static final String SELECT_ALL = "select " + COLUMNS + ", attempt_log from frame ";

  private static final String INSERT =
      "insert into frame ("
          + COLUMNS
          + ", tried, found, attempt_log)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

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
    BitSet missing = missing(connection, rows);
    if (missing.isEmpty()) {
      return missing;
    }
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      for (int row = missing.nextSetBit(0); row >= 0; row = missing.nextSetBit(row + 1)) {
        rows.get(row).bind(statement);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (BatchUpdateException e) {
      // its cause tells whether the rows are to blame, its own state does not
      throw e.getNextException() == null ? e : e.getNextException();
    }
    return missing;
  }

  private static BitSet missing(Connection connection, List<Columns> rows) throws SQLException {
    BitSet missing = new BitSet(rows.size());
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from frame where frame_id = ?")) {
      for (int row = 0; row < rows.size(); row++) {
        statement.setLong(1, rows.get(row).frameId());
        try (ResultSet found = statement.executeQuery()) {
          missing.set(row, !found.next());
        }
      }
    }
    return missing;
  }

  /**
   * What is written of a frame: made where it is settled, since the one writer has enough to do.
   */
  static final class Columns {
    private final Object[] values;

    Columns(FrameResult result, List<String> tried) {
      values =
          new Object[] {
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
            JsonOutput.write(result.attemptLog())
          };
    }

    private long frameId() {
      return (long) values[0];
    }

    private void bind(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
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
