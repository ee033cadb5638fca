package edgeai.coordinator.result;

import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Results that belong to no job, by frame id; the oldest go once there are very many. */
@ApplicationScoped
public class OtherResultRepository {
  private static final int KEPT = 100_000;
  private static final int TRIM_EVERY = 1_000;
  private static final String SELECT =
      "select frame_id, worker_id, detections, processing_time_ms, received_at from other_result ";

  @Inject private Database database;

  /** Stores the result and gives the one it replaces. */
  static Optional<FrameResult> replace(Connection connection, FrameResult result)
      throws SQLException {
    Optional<FrameResult> before = find(connection, result.frameId());
    Database.update(connection, "delete from other_result where frame_id = ?", result.frameId());
    Database.update(
        connection,
        "insert into other_result (frame_id, worker_id, detections, processing_time_ms,"
            + " received_at) values (?, ?, ?, ?, ?)",
        result.frameId(),
        result.workerId(),
        JsonOutput.write(result.detections()),
        result.processingTimeMs(),
        result.receivedAt().toEpochMilli());
    if (result.frameId() % TRIM_EVERY == 0) {
      trim(connection);
    }
    return before;
  }

  private static void trim(Connection connection) throws SQLException {
    Database.update(
        connection,
        "delete from other_result where received_at < (select min(received_at) from (select"
            + " received_at from other_result order by received_at desc fetch first ? rows only)"
            + " kept)",
        KEPT);
  }

  private static Optional<FrameResult> find(Connection connection, long frameId)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SELECT + "where frame_id = ?")) {
      statement.setLong(1, frameId);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(read(row)) : Optional.empty();
      }
    }
  }

  Optional<FrameResult> find(long frameId) {
    return database.read(connection -> find(connection, frameId));
  }

  /** The results with the highest frame ids, highest first. */
  List<FrameResult> newest(int limit) {
    return database.list(
        SELECT + "order by frame_id desc fetch first ? rows only",
        OtherResultRepository::read,
        limit);
  }

  private static FrameResult read(ResultSet row) throws SQLException {
    List<Detection> detections = DetectionColumn.parse(row.getString(3));
    return new FrameResult(
        row.getLong(1),
        row.getString(2),
        detections,
        Detection.countByLabel(detections),
        row.getDouble(4),
        Instant.ofEpochMilli(row.getLong(5)),
        FrameResult.COMPLETED,
        null,
        null,
        null,
        1,
        null);
  }
}
