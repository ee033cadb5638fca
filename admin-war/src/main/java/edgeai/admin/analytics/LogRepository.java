package edgeai.admin.analytics;

import edgeai.admin.store.AdminDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The rows of the event log. */
@ApplicationScoped
public class LogRepository {
  private static final String SELECT =
      "select detection_id, received_at, happened_at, happened_nanos, camera_id, counts, event_id,"
          + " reported_timestamp from detection ";
  private static final int NANOS_OF_MILLI = 1_000_000;
  private static final int CHUNK = 2_000;
  private static final int MOST_EXAMINED = 100_000;
  private static final int MOST_GAPS = 1_000;

  private final AdminDatabase database;

  @Inject
  public LogRepository(AdminDatabase database) {
    this.database = database;
  }

  /** For the container's proxy. */
  LogRepository() {
    this(null);
  }

  /** How many rows there are from the first to the last number, and when the first arrived. */
  record Extent(long first, long last, Instant oldest) {
    static final Extent EMPTY = new Extent(1, 0, Instant.MAX);
  }

  /** Gives how many characters its counts take. */
  static int insert(Connection connection, LoggedEvent event) throws SQLException {
    String counts = CountsColumn.write(event.objectCounts());
    AdminDatabase.update(
        connection,
        "insert into detection (detection_id, received_at, happened_at, happened_nanos, camera_id,"
            + " counts, event_id, reported_timestamp) values (?, ?, ?, ?, ?, ?, ?, ?)",
        event.number(),
        event.receivedAt().toEpochMilli(),
        event.timestamp().toEpochMilli(),
        event.timestamp().getNano() % NANOS_OF_MILLI,
        event.cameraId(),
        counts,
        event.eventId(),
        event.reportedTimestamp());
    return counts.length();
  }

  /** Whether an event with this id is in the log, the transaction's own included. */
  static boolean has(Connection connection, UUID eventId) throws SQLException {
    return AdminDatabase.exists(connection, "select 1 from detection where event_id = ?", eventId);
  }

  /**
   * The newest by time of the event, older than the cursor. Labels have no index: a page of one
   * label looks at so many rows at most, and may be short though there are more.
   */
  LogPage page(LogQuery query, LogCursor before, int limit) {
    if (query.label() == null) {
      List<LoggedEvent> rows = rows(query, before, limit);
      return rows.size() < limit ? LogPage.last(rows) : LogPage.upTo(rows.get(limit - 1), rows);
    }
    List<LoggedEvent> found = new ArrayList<>();
    LogCursor cursor = before;
    LoggedEvent seen = null;
    for (int examined = 0; examined < mostExamined(); examined += CHUNK) {
      List<LoggedEvent> rows = rows(query, cursor, CHUNK);
      for (LoggedEvent row : rows) {
        seen = row;
        if (row.objectCounts().containsKey(query.label())) {
          found.add(row);
        }
        if (found.size() == limit) {
          return LogPage.upTo(seen, found);
        }
      }
      if (rows.size() < CHUNK) {
        return LogPage.last(found);
      }
      cursor = LogCursor.after(seen);
    }
    return LogPage.upTo(seen, found);
  }

  int mostExamined() {
    return MOST_EXAMINED;
  }

  private List<LoggedEvent> rows(LogQuery query, LogCursor before, int limit) {
    List<Object> values =
        new ArrayList<>(
            List.of(
                before.millis(), before.millis(), before.number(), query.since().toEpochMilli()));
    if (query.cameraId() != null) {
      values.add(query.cameraId());
    }
    values.add(limit);
    return database.list(
        SELECT
            + "where happened_at <= ? and (happened_at < ? or detection_id < ?)"
            + " and happened_at >= ?"
            + (query.cameraId() == null ? " order by " : " and camera_id = ? order by camera_id, ")
            + "happened_at desc, detection_id desc fetch first ? rows only",
        LogRepository::read,
        values.toArray());
  }

  /** The last to arrive, the newest first; numbers of writes that failed are gaps. */
  List<LoggedEvent> lastArrived(int limit) {
    return database.list(
        SELECT
            + "where detection_id > (select max(detection_id) from detection) - ?"
            + " order by detection_id desc fetch first ? rows only",
        LogRepository::read,
        limit + MOST_GAPS,
        limit);
  }

  Extent extent() {
    List<Extent> found =
        database.list(
            "select d.detection_id, (select max(detection_id) from detection), d.received_at from"
                + " detection d where d.detection_id = (select min(detection_id) from detection)",
            row -> new Extent(row.getLong(1), row.getLong(2), instant(row, 3)));
    return found.isEmpty() ? Extent.EMPTY : found.get(0);
  }

  /** The number below which at most {@code most} of the oldest rows arrived before the instant. */
  long numberBefore(Instant received, int most) {
    return database
        .list(
            "select detection_id, received_at from detection order by detection_id"
                + " fetch first ? rows only",
            row -> new Extent(row.getLong(1), row.getLong(1), instant(row, 2)),
            most)
        .stream()
        .takeWhile(row -> row.oldest().isBefore(received))
        .mapToLong(Extent::last)
        .max()
        .orElse(-1);
  }

  /** How many characters the counts of all up to a number take. */
  static long charactersUpTo(Connection connection, long number) throws SQLException {
    return AdminDatabase.list(
            connection,
            "select coalesce(sum(char_length(counts)), 0) from detection where detection_id <= ?",
            row -> row.getLong(1),
            number)
        .get(0);
  }

  static int deleteUpTo(Connection connection, long number) throws SQLException {
    return AdminDatabase.update(
        connection, "delete from detection where detection_id <= ?", number);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return Instant.ofEpochMilli(row.getLong(column));
  }

  private static LoggedEvent read(ResultSet row) throws SQLException {
    return new LoggedEvent(
        row.getLong(1),
        instant(row, 2),
        instant(row, 3).plusNanos(row.getInt(4)),
        row.getString(5),
        CountsColumn.read(row.getString(6)),
        row.getObject(7, UUID.class),
        row.getString(8));
  }
}
