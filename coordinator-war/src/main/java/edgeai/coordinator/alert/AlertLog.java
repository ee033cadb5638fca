package edgeai.coordinator.alert;

import edgeai.common.alert.AlertKind;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.JsonOutput;
import edgeai.common.wire.Alert;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.store.Database;
import edgeai.coordinator.store.LedgerWriter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest alerts, in memory and on disk; repeats within the cooldown are counted in one. */
@ApplicationScoped
public class AlertLog {
  private static final int KEPT = 200;

  /** More than a row can hold, at four bytes a character. */
  private static final long MAX_BYTES = 4 << 20;

  @Inject private CoordinatorSettings settings;
  @Inject private Database database;
  @Inject private LedgerWriter ledger;
  @Inject private Clock clock;
  @Inject private Event<AlertRaised> raised;
  @Inject private Event<AlertRepeated> repeated;

  /** By number, the oldest first. */
  private final LinkedHashMap<Long, Alert> alerts = new LinkedHashMap<>();

  private final Map<AlertKind, Running> cooling = new LinkedHashMap<>();
  private long lastNumber;

  private record Running(long number, Instant since) {}

  private record Row(long number, String body) {}

  @PostConstruct
  synchronized void load() {
    List<Row> newest =
        database.list(
            "select alert_id, body from alert order by alert_id desc fetch first ? rows only",
            row -> new Row(row.getLong(1), row.getString(2)),
            KEPT);
    for (int i = newest.size() - 1; i >= 0; i--) {
      Row row = newest.get(i);
      alerts.put(row.number(), AlertInput.read(JsonInput.parse(Body.of(row.body()), MAX_BYTES)));
      lastNumber = row.number();
    }
  }

  /** Logs an alert the coordinator raises itself. */
  void raise(Alert alert) {
    boolean isNew;
    long number;
    synchronized (this) {
      Instant now = clock.instant();
      cooling.values().removeIf(r -> !now.isBefore(r.since().plus(settings.alerts().cooldown())));
      Running running = cooling.get(AlertKind.of(alert));
      isNew = running == null || !alerts.containsKey(running.number());
      if (isNew) {
        number = add(alert);
        cooling.put(AlertKind.of(alert), new Running(number, now));
      } else {
        number = running.number();
        Alert again = alerts.get(number).again(alert.frameId());
        alerts.put(number, again);
        save(number, again);
      }
    }
    if (isNew) {
      raised.fire(new AlertRaised(number, alert));
    } else {
      repeated.fire(new AlertRepeated(number));
    }
  }

  /** Logs an alert that a worker posted; it is durable when this returns. */
  void post(Alert alert) {
    java.util.concurrent.CompletableFuture<Void> durable;
    long number;
    synchronized (this) {
      number = ++lastNumber;
      keep(number, alert);
      durable = save(number, alert);
    }
    LedgerWriter.await(durable);
    raised.fire(new AlertRaised(number, alert));
  }

  private long add(Alert alert) {
    long number = ++lastNumber;
    keep(number, alert);
    save(number, alert);
    return number;
  }

  private void keep(long number, Alert alert) {
    alerts.put(number, alert);
    if (alerts.size() > KEPT) {
      alerts.remove(alerts.keySet().iterator().next());
    }
  }

  private java.util.concurrent.CompletableFuture<Void> save(long number, Alert alert) {
    String body = JsonOutput.write(alert);
    return ledger.submitUrgently(connection -> write(connection, number, alert, body));
  }

  private static void write(Connection connection, long number, Alert alert, String body)
      throws SQLException {
    int updated =
        Database.update(connection, "update alert set body = ? where alert_id = ?", body, number);
    if (updated == 0) {
      Database.update(
          connection,
          "insert into alert (alert_id, raised_at, body) values (?, ?, ?)",
          number,
          alert.timestamp().toEpochMilli(),
          body);
      Database.update(connection, "delete from alert where alert_id <= ?", number - KEPT);
    }
  }

  /** Newest first. */
  public synchronized List<LoggedAlert> newest() {
    List<LoggedAlert> list = new ArrayList<>();
    alerts.forEach((number, alert) -> list.add(LoggedAlert.of(number, alert)));
    java.util.Collections.reverse(list);
    return list;
  }

  /** As it stands now; empty once newer ones took its place. */
  public synchronized Optional<LoggedAlert> find(long number) {
    return Optional.ofNullable(alerts.get(number)).map(alert -> LoggedAlert.of(number, alert));
  }
}
