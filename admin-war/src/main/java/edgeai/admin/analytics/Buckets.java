package edgeai.admin.analytics;

import edgeai.admin.settings.AdminSettings;
import edgeai.admin.store.AdminDatabase;
import edgeai.admin.store.EventWriter;
import edgeai.common.store.GroupChanges;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was counted per minute and per hour, so that a series never reads the log. */
@ApplicationScoped
public class Buckets {
  private static final int[] WIDTHS = {BucketWidth.MINUTE.stored(), BucketWidth.HOUR.stored()};
  private static final Duration FAST_CLOCK = Duration.ofHours(1);

  private final AdminDatabase database;
  private final AdminSettings settings;
  private final EventWriter writer;
  private final LogVolume volume;

  private final GroupChanges<Key, Long> changes = new GroupChanges<>(Long::sum, this::write);

  @Inject
  public Buckets(
      AdminDatabase database, AdminSettings settings, EventWriter writer, LogVolume volume) {
    this.database = database;
    this.settings = settings;
    this.writer = writer;
    this.volume = volume;
  }

  /** For the container's proxy. */
  Buckets() {
    this(null, null, null, null);
  }

  private record Key(int width, long startMinute, String camera, String label) {}

  @PostConstruct
  void join() {
    writer.endGroupsWith(changes);
  }

  /** Takes the sum of a label in a bucket that starts at this minute since 1970. */
  interface SumReader {
    void take(long startMinute, String label, long amount);
  }

  /**
   * Counts an event by its own time; one from before the log's retention, or from more than an hour
   * ahead, by the time it arrived. For its entry while it is written.
   */
  void add(LoggedEvent event, Counted counted) {
    Instant now = event.receivedAt();
    boolean plausible =
        event.timestamp().isAfter(now.minus(settings.events().retention()))
            && event.timestamp().isBefore(now.plus(FAST_CLOCK));
    Instant at = plausible ? event.timestamp() : now;
    for (int width : WIDTHS) {
      long start = BucketWidth.start(at, width);
      counted
          .labels()
          .forEach((label, n) -> changes.add(new Key(width, start, counted.camera(), label), n));
    }
  }

  private void write(Connection connection, Key key, long amount) throws SQLException {
    int updated =
        AdminDatabase.update(
            connection,
            "update bucket set amount = amount + ?"
                + " where width = ? and start_at = ? and camera_id = ? and label = ?",
            amount,
            key.width(),
            key.startMinute(),
            key.camera(),
            key.label());
    if (updated == 0) {
      AdminDatabase.update(
          connection,
          "insert into bucket (width, start_at, camera_id, label, amount) values (?, ?, ?, ?, ?)",
          key.width(),
          key.startMinute(),
          key.camera(),
          key.label(),
          amount);
      volume.buckets().add(1);
    }
  }

  /**
   * Gives the sums per stored bucket and label, in no order.
   *
   * @param cameraId null for all
   */
  void read(int width, long from, long to, String cameraId, SumReader reader) {
    String sql =
        "select start_at, label, sum(amount) from bucket"
            + " where width = ? and start_at between ? and ?"
            + (cameraId == null ? "" : " and camera_id = ?")
            + " group by start_at, label";
    database.read(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, width);
            statement.setLong(2, from);
            statement.setLong(3, to);
            if (cameraId != null) {
              statement.setString(4, cameraId);
            }
            try (ResultSet row = statement.executeQuery()) {
              while (row.next()) {
                reader.take(row.getLong(1), row.getString(2), row.getLong(3));
              }
            }
          }
          return null;
        });
  }

  /** Deletes some of the buckets from before the instant, and returns how many. */
  int deleteBefore(Connection connection, Instant instant, int most) throws SQLException {
    int deleted = 0;
    for (int width : WIDTHS) {
      long before = BucketWidth.start(instant, width);
      deleted += deleteOldest(connection, width, before, most);
    }
    return deleted;
  }

  /** Removes so many of the oldest, or somewhat more: minutes, and where there are none hours. */
  int deleteOldest(Connection connection, int number) throws SQLException {
    for (int width : WIDTHS) {
      int deleted = deleteOldest(connection, width, Long.MAX_VALUE, number);
      if (deleted > 0) {
        return deleted;
      }
    }
    return 0;
  }

  /** All that start when one of so many starts, so that none is looked for by its whole key. */
  private int deleteOldest(Connection connection, int width, long before, int number)
      throws SQLException {
    List<Long> starts =
        AdminDatabase.list(
            connection,
            "select start_at from bucket where width = ? and start_at < ?"
                + " order by start_at fetch first ? rows only",
            row -> row.getLong(1),
            width,
            before,
            number);
    if (starts.isEmpty()) {
      return 0;
    }
    int deleted =
        AdminDatabase.update(
            connection,
            "delete from bucket where width = ? and start_at <= ?",
            width,
            starts.get(starts.size() - 1));
    volume.buckets().add(-deleted);
    return deleted;
  }
}
