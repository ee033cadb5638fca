package edgeai.coordinator.result;

import edgeai.common.store.GroupChanges;
import edgeai.common.store.StoredCharacters;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Results that belong to no job, by frame id; the oldest go once there are very many. How many
 * there are is looked at with every group that was written, whatever ids their senders chose.
 */
@ApplicationScoped
public class OtherResultRepository {
  static final int KEPT = 100_000;

  /** So many too many are removed at once, which costs less than each on its own. */
  static final int SLACK = 1_000;

  /** Of the detections of all of them; usual ones are a tenth of that. */
  static final long MOST_CHARACTERS = 64L << 20;

  private static final long SLACK_CHARACTERS = 1 << 20;

  private static final String SELECT =
      "select frame_id, worker_id, detections, processing_time_ms, received_at from other_result ";

  private final Database database;
  private final LedgerWriter ledger;
  private final GroupChanges<String, Long> written =
      new GroupChanges<>(Long::sum, (connection, what, n) -> trim(connection, n));
  private final StoredCharacters stored;
  private final AtomicLong removed = new AtomicLong();

  @Inject
  public OtherResultRepository(Database database, LedgerWriter ledger) {
    this(database, ledger, MOST_CHARACTERS);
  }

  OtherResultRepository(Database database, LedgerWriter ledger, long mostCharacters) {
    this.database = database;
    this.ledger = ledger;
    this.stored = new StoredCharacters("other_result", "detections", mostCharacters);
  }

  /** For the container's proxy. */
  OtherResultRepository() {
    this(null, null, 0);
  }

  @PostConstruct
  void start() {
    ledger.endGroupsWith(written);
  }

  /** Stores the result and gives the one it replaces. */
  Optional<FrameResult> replace(Connection connection, FrameResult result) throws SQLException {
    Optional<FrameResult> before = find(connection, result.frameId());
    Database.update(connection, "delete from other_result where frame_id = ?", result.frameId());
    String detections = DetectionColumn.write(result.detections());
    Database.update(
        connection,
        "insert into other_result (frame_id, worker_id, detections, processing_time_ms,"
            + " received_at) values (?, ?, ?, ?, ?)",
        result.frameId(),
        result.workerId(),
        detections,
        result.processingTimeMs(),
        result.receivedAt().toEpochMilli());
    written.add("characters", (long) detections.length());
    return before;
  }

  private void trim(Connection connection, long characters) throws SQLException {
    removed.addAndGet(trim(connection, KEPT, SLACK));
    for (long excess = stored.excess(connection, characters);
        excess > 0;
        excess = stored.excess(connection, 0)) {
      removeOldest(connection, excess + SLACK_CHARACTERS);
    }
  }

  /** As many as hold so much together, in steps. */
  private void removeOldest(Connection connection, long characters) throws SQLException {
    int rows = 0;
    long found = 0;
    for (long length :
        Database.list(
            connection,
            "select char_length(detections) from other_result"
                + " order by received_at, frame_id fetch first ? rows only",
            row -> row.getLong(1),
            SLACK)) {
      rows += found < characters ? 1 : 0;
      found += found < characters ? length : 0;
    }
    removed.addAndGet(removeOldest(connection, rows));
    stored.removed(found);
  }

  private static int removeOldest(Connection connection, int rows) throws SQLException {
    return Database.update(
        connection,
        "delete from other_result where frame_id in (select frame_id from other_result"
            + " order by received_at, frame_id fetch first ? rows only)",
        rows);
  }

  /** Those that had to go since the start, since others came. */
  public long removed() {
    return removed.get();
  }

  /** Removes the oldest where there are more than may be kept; gives how many. */
  static int trim(Connection connection, int kept, int slack) throws SQLException {
    long rows =
        Database.list(connection, "select count(*) from other_result", row -> row.getLong(1))
            .get(0);
    return rows > kept + slack ? removeOldest(connection, (int) (rows - kept)) : 0;
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
  List<StoredSize> newest(int limit) {
    return database.list(
        "select frame_id, char_length(detections) from other_result"
            + " order by frame_id desc fetch first ? rows only",
        row -> new StoredSize(row.getLong(1), row.getLong(2)),
        limit);
  }

  /** Results between these ids, which belong to it, ascending. */
  List<FrameResult> between(long first, long last, int limit) {
    return database.list(
        SELECT + "where frame_id between ? and ? order by frame_id fetch first ? rows only",
        OtherResultRepository::read,
        first,
        last,
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
