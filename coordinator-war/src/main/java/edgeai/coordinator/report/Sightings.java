package edgeai.coordinator.report;

import edgeai.common.store.GroupChanges;
import edgeai.common.store.GroupWriter;
import edgeai.coordinator.result.FrameTallies;
import edgeai.coordinator.result.StoredCounts;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * What the frames of jobs showed and the admin server was not told yet. One event grows with each
 * group of frames, in the transaction that stores them; it is closed, then handed over, then
 * deleted, so that a {@code kill -9} at any moment loses nothing, and what is handed over twice has
 * the same {@code event_id}.
 */
@ApplicationScoped
public class Sightings implements StoredCounts {
  private final CoordinatorSettings settings;
  private final Database database;
  private final LedgerWriter ledger;
  private final FrameTallies frames;
  private final Clock clock;
  private final GroupChanges<String, Map<String, Long>> changes =
      new GroupChanges<>(Sightings::sum, (connection, key, counts) -> grow(connection, counts));

  private boolean reported;

  /** An event for the admin server, and since when it counts. */
  record Sighting(
      long number, UUID eventId, Instant since, boolean closed, Map<String, Long> counts) {}

  @Inject
  public Sightings(
      CoordinatorSettings settings,
      Database database,
      LedgerWriter ledger,
      FrameTallies frames,
      Clock clock) {
    this.settings = settings;
    this.database = database;
    this.ledger = ledger;
    this.frames = frames;
    this.clock = clock;
  }

  /** For the container's proxy. */
  Sightings() {
    this(null, null, null, null, null);
  }

  @PostConstruct
  void start() {
    reported = settings.admin().address().isPresent();
    if (reported) {
      ledger.endGroupsWith(changes);
    }
  }

  @Override
  public void add(Map<String, Integer> objectCounts) {
    if (reported && !objectCounts.isEmpty()) {
      Map<String, Long> counts = new TreeMap<>();
      objectCounts.forEach((label, n) -> counts.put(label, n.longValue()));
      changes.add("open", counts);
    }
  }

  private static Map<String, Long> sum(Map<String, Long> one, Map<String, Long> other) {
    Map<String, Long> sum = new TreeMap<>(one);
    other.forEach((label, n) -> sum.merge(label, n, Long::sum));
    return sum;
  }

  private void grow(Connection connection, Map<String, Long> counts) throws SQLException {
    List<Sighting> open =
        Database.list(connection, SightingRow.SELECT + "where closed = false", SightingRow::read);
    if (open.isEmpty()) {
      Database.update(
          connection,
          "insert into report (event_id, opened_at, closed, counts) values (?, ?, false, ?)",
          UUID.randomUUID(),
          clock.millis(),
          SightingRow.counts(counts));
    } else {
      Database.update(
          connection,
          "update report set counts = ? where report_id = ?",
          SightingRow.counts(sum(open.get(0).counts(), counts)),
          open.get(0).number());
    }
  }

  /** Counts the frames that were stored before an older version would have reported them. */
  CompletableFuture<Void> adopt() {
    List<String> jobs = database.list("select job_id from unreported_job", row -> row.getString(1));
    List<Map<String, Long>> seen = jobs.stream().map(frames::objectCounts).toList();
    return ledger.submitUrgently(
        connection -> {
          if (Database.update(connection, "delete from unreported_job") > 0) {
            seen.stream().filter(counts -> !counts.isEmpty()).forEach(c -> changes.add("open", c));
          }
        });
  }

  /** All there are, the oldest first: closed ones, and the one that grows. */
  List<Sighting> all() {
    return database.list(SightingRow.SELECT + "order by report_id", SightingRow::read);
  }

  /** From now on it grows no more. */
  CompletableFuture<Void> close(Sighting sighting) {
    return ledger.submitUrgently(
        update("update report set closed = true where report_id = ?", sighting));
  }

  /** It was handed over. */
  CompletableFuture<Void> delete(Sighting sighting) {
    return ledger.submitUrgently(update("delete from report where report_id = ?", sighting));
  }

  private static GroupWriter.Entry update(String sql, Sighting sighting) {
    return connection -> Database.update(connection, sql, sighting.number());
  }
}
