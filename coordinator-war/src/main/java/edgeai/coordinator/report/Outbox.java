package edgeai.coordinator.report;

import edgeai.common.request.Requests;
import edgeai.common.store.GroupChanges;
import edgeai.common.wire.Alert;
import edgeai.coordinator.alert.StoredAlerts;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Alerts that the admin server is owed: a row each, in the transaction that stores the alert, until
 * it was handed over. What is handed over twice, because a {@code kill -9} came in between, has the
 * same {@code event_id}.
 */
@ApplicationScoped
public class Outbox implements StoredAlerts {
  /** Past them the oldest go. */
  static final int MOST = 10_000;

  /** So many too many are removed at once, which costs less than each on its own. */
  static final int SLACK = 100;

  private final CoordinatorSettings settings;
  private final Database database;
  private final LedgerWriter ledger;
  private final AdminReports reports;
  private final GroupChanges<String, Integer> written =
      new GroupChanges<>(Integer::sum, (connection, rows, n) -> trim(connection));

  private final AtomicLong dropped = new AtomicLong();
  private boolean reported;

  /** An alert that is owed, as JSON. */
  record Row(long number, String json) {}

  @Inject
  public Outbox(
      CoordinatorSettings settings, Database database, LedgerWriter ledger, AdminReports reports) {
    this.settings = settings;
    this.database = database;
    this.ledger = ledger;
    this.reports = reports;
  }

  /** For the container's proxy. */
  Outbox() {
    this(null, null, null, null);
  }

  @PostConstruct
  void start() {
    reported = settings.admin().address().isPresent();
    ledger.endGroupsWith(written);
  }

  @Override
  public void add(Connection connection, Alert alert) throws SQLException {
    if (reported) {
      Database.update(
          connection,
          "insert into outbox (body) values (?)",
          Requests.write(reports.ofAlert(alert)));
      written.add("rows", 1);
    }
  }

  private void trim(Connection connection) throws SQLException {
    long rows = count(connection);
    if (rows > MOST + SLACK) {
      dropped.addAndGet(
          Database.update(
              connection,
              "delete from outbox where outbox_id in (select outbox_id from outbox"
                  + " order by outbox_id fetch first ? rows only)",
              rows - MOST));
    }
  }

  private static long count(Connection connection) throws SQLException {
    return Database.list(connection, "select count(*) from outbox", row -> row.getLong(1)).get(0);
  }

  /** Rows that are owed. */
  long waiting() {
    return database.read(Outbox::count);
  }

  /** Rows that had to go because there were too many, since the start. */
  long dropped() {
    return dropped.get();
  }

  /** The oldest that are owed, the oldest first. */
  List<Row> oldest(int limit) {
    return database.list(
        "select outbox_id, body from outbox order by outbox_id fetch first ? rows only",
        row -> new Row(row.getLong(1), row.getString(2)),
        limit);
  }

  /** They were handed over, up to this one. */
  CompletableFuture<Void> delete(Row last) {
    return ledger.submitUrgently(
        connection ->
            Database.update(connection, "delete from outbox where outbox_id <= ?", last.number()));
  }
}
