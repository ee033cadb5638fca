package edgeai.coordinator.alert;

import edgeai.common.alert.Situations;
import edgeai.common.guard.Announcer;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Alert;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The alerts that are kept, in memory and on disk; what goes on is counted in one. */
@ApplicationScoped
public class AlertLog {
  /** More than a row can hold, at four bytes a character. */
  private static final long MAX_BYTES = 4 << 20;

  private final CoordinatorSettings settings;
  private final Database database;
  private final LedgerWriter ledger;
  private final Clock clock;
  private final StoredAlerts stored;
  private final Announcer announcer;
  private final KeptAlerts alerts = new KeptAlerts();
  private Situations situations;
  private long lastNumber;

  private record Row(long number, String body) {}

  @Inject
  public AlertLog(
      CoordinatorSettings settings,
      Database database,
      LedgerWriter ledger,
      Clock clock,
      StoredAlerts stored,
      Announcer announcer) {
    this.settings = settings;
    this.database = database;
    this.ledger = ledger;
    this.clock = clock;
    this.stored = stored;
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  AlertLog() {
    this(null, null, null, null, null, null);
  }

  @PostConstruct
  synchronized void load() {
    situations = new Situations(settings.alerts());
    List<Row> newest =
        database.list(
            "select alert_id, body from alert order by alert_id desc fetch first ? rows only",
            row -> new Row(row.getLong(1), row.getString(2)),
            KeptAlerts.MOST);
    for (int i = newest.size() - 1; i >= 0; i--) {
      Row row = newest.get(i);
      JsonInput body = JsonInput.parse(Body.of(row.body()), MAX_BYTES);
      alerts.put(AlertInput.stored(row.number(), body));
      lastNumber = row.number();
    }
  }

  /** A frame of this worker took no longer than it may. */
  synchronized void quick(String workerId) {
    situations.quick(workerId);
  }

  /**
   * Logs an alert the coordinator raises itself, or prolongs the one of what goes on.
   *
   * @param atMs when the frame was taken: media time, or the time of day without a video
   */
  void raise(Alert alert, long atMs) {
    OptionalLong prolonged;
    long number;
    synchronized (this) {
      Instant now = clock.instant();
      situations.forgetBut(alerts::has);
      prolonged = situations.prolonged(alert, atMs, now);
      number = prolonged.orElse(lastNumber + 1);
      if (prolonged.isPresent()) {
        save(alerts.find(number).orElseThrow().again(alert.frameId()), Optional.empty());
      } else {
        save(LoggedAlert.of(number, alert), Optional.of(alert));
        situations.begun(alert, number, atMs, now);
      }
    }
    if (prolonged.isEmpty()) {
      announcer.announce(new AlertRaised(number, alert));
    } else {
      announcer.announce(new AlertRepeated(number));
    }
  }

  /**
   * Logs an alert that a worker posted; it is durable when this returns.
   *
   * @param reportedTimestamp what the worker said instead of an instant, null where it said one
   */
  void post(Alert alert, String reportedTimestamp) {
    CompletableFuture<Void> durable;
    long number;
    synchronized (this) {
      number = lastNumber + 1;
      durable = save(LoggedAlert.of(number, alert, null, reportedTimestamp), Optional.of(alert));
    }
    LedgerWriter.await(durable);
    announcer.announce(new AlertRaised(number, alert));
  }

  /** Notes that somebody has seen an alert, durably; false where there is none of this number. */
  boolean acknowledge(long number) {
    CompletableFuture<Void> durable;
    synchronized (this) {
      Optional<LoggedAlert> alert = alerts.find(number);
      if (alert.isEmpty()) {
        return false;
      }
      durable = save(alert.get().acknowledged(clock.instant()), Optional.empty());
    }
    LedgerWriter.await(durable);
    announcer.announce(new AlertRepeated(number));
    return true;
  }

  /**
   * Saves an alert as it stands now.
   *
   * @param news the alert where it is a new one
   */
  private CompletableFuture<Void> save(LoggedAlert alert, Optional<Alert> news) {
    lastNumber = Math.max(lastNumber, alert.alertId());
    Optional<LoggedAlert> leaving = alerts.put(alert);
    String body = JsonOutput.write(alert);
    return ledger.submitUrgently(
        connection -> {
          write(connection, alert, body);
          if (news.isPresent()) {
            stored.add(connection, news.get());
          }
          if (leaving.isPresent()) {
            delete(connection, leaving.get());
          }
        });
  }

  private static void write(Connection connection, LoggedAlert alert, String body)
      throws SQLException {
    long number = alert.alertId();
    int updated =
        Database.update(connection, "update alert set body = ? where alert_id = ?", body, number);
    if (updated == 0) {
      Database.update(
          connection,
          "insert into alert (alert_id, raised_at, body) values (?, ?, ?)",
          number,
          alert.timestamp().toEpochMilli(),
          body);
    }
  }

  private static void delete(Connection connection, LoggedAlert alert) throws SQLException {
    Database.update(connection, "delete from alert where alert_id = ?", alert.alertId());
  }

  /** Newest first. */
  public synchronized List<LoggedAlert> newest() {
    return alerts.newestFirst();
  }

  /** As it stands now; empty once newer ones took its place. */
  public synchronized Optional<LoggedAlert> find(long number) {
    return alerts.find(number);
  }
}
