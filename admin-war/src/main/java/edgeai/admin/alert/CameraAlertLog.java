package edgeai.admin.alert;

import edgeai.admin.store.AdminDatabase;
import edgeai.admin.store.EventWriter;
import edgeai.common.guard.Announcer;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.JsonOutput;
import edgeai.common.request.CameraAlertReader;
import edgeai.common.request.Reported;
import edgeai.common.store.StoredCharacters;
import edgeai.common.wire.CameraAlert;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;

/** The newest alerts in memory; on disk more of them, by which one that comes again is known. */
@ApplicationScoped
public class CameraAlertLog {
  private static final int LISTED = 200;
  private static final int ON_DISK = 100_000;
  private static final int MOST_GAPS = 1_000;
  private static final int STEP = 200;

  /** Of all alerts on disk; usual ones are a third of that. */
  private static final long MOST_CHARACTERS = 64L << 20;

  private final AdminDatabase database;
  private final EventWriter writer;
  private final Clock clock;
  private final Announcer announcer;

  private final StoredCharacters stored;
  private final Deque<LoggedCameraAlert> newest = new ArrayDeque<>();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder removed = new LongAdder();

  /** Touched by the writer's thread only. */
  private long lastNumber;

  @Inject
  public CameraAlertLog(
      AdminDatabase database, EventWriter writer, Clock clock, Announcer announcer) {
    this(database, writer, clock, announcer, MOST_CHARACTERS);
  }

  CameraAlertLog(
      AdminDatabase database,
      EventWriter writer,
      Clock clock,
      Announcer announcer,
      long mostCharacters) {
    this.stored = new StoredCharacters("alert", "body", mostCharacters);
    this.database = database;
    this.writer = writer;
    this.clock = clock;
    this.announcer = announcer;
  }

  /** For the container's proxy. */
  CameraAlertLog() {
    this(null, null, null, null, 0);
  }

  private record Row(long number, String body, Instant acknowledgedAt) {
    LoggedCameraAlert alert() {
      return LoggedCameraAlert.of(
          number, CameraAlertReader.stored(JsonInput.parse(Body.of(body))), acknowledgedAt);
    }
  }

  @PostConstruct
  synchronized void load() {
    List<Row> rows =
        database.list(
            "select alert_id, body, acknowledged_at from alert"
                + " where alert_id > (select max(alert_id) from alert) - ?"
                + " order by alert_id desc fetch first ? rows only",
            row ->
                new Row(
                    row.getLong(1),
                    row.getString(2),
                    Optional.ofNullable(row.getObject(3, Long.class))
                        .map(Instant::ofEpochMilli)
                        .orElse(null)),
            LISTED + MOST_GAPS,
            LISTED);
    rows.forEach(row -> newest.addLast(row.alert()));
    lastNumber = rows.isEmpty() ? 0 : rows.get(0).number();
  }

  /** Logs an alert; it is on disk when this returns, or was before. */
  void take(Reported<CameraAlert> reported) {
    writer.awaitDurable(writer.submit(new Intake(reported)));
  }

  /** Notes that somebody has seen an alert, durably; false where the list has none such. */
  boolean acknowledge(long number) {
    Optional<LoggedCameraAlert> alert = find(number);
    alert
        .map(seen -> seen.acknowledged(clock.instant()))
        .ifPresent(
            seen -> {
              writer.awaitDurable(
                  writer.submit(
                      connection ->
                          AdminDatabase.update(
                              connection,
                              "update alert set acknowledged_at = ? where alert_id = ?",
                              seen.acknowledgedAt().toEpochMilli(),
                              number)));
              replace(seen);
              announcer.announce(new CameraAlertAcknowledged(seen));
            });
    return alert.isPresent();
  }

  private synchronized Optional<LoggedCameraAlert> find(long number) {
    return newest.stream().filter(alert -> alert.alertId() == number).findFirst();
  }

  private synchronized void replace(LoggedCameraAlert changed) {
    List<LoggedCameraAlert> all = List.copyOf(newest);
    newest.clear();
    all.forEach(a -> newest.addLast(a.alertId() == changed.alertId() ? changed : a));
  }

  /** Newest first. */
  synchronized List<LoggedCameraAlert> list() {
    return List.copyOf(newest);
  }

  /** Alerts that came again with an {@code event_id} that was known. */
  public long duplicates() {
    return duplicates.sum();
  }

  /** Alerts that had to go from the disk since the start. */
  public long removed() {
    return removed.sum();
  }

  private synchronized void add(LoggedCameraAlert alert) {
    newest.addFirst(alert);
    if (newest.size() > LISTED) {
      newest.removeLast();
    }
  }

  private final class Intake implements EventWriter.Entry {
    private final Reported<CameraAlert> reported;
    private boolean known;
    private LoggedCameraAlert logged;

    Intake(Reported<CameraAlert> reported) {
      this.reported = reported;
    }

    @Override
    public void write(Connection connection) throws SQLException {
      UUID eventId = reported.said().eventId();
      known =
          eventId != null
              && AdminDatabase.exists(
                  connection, "select 1 from alert where event_id = ?", eventId);
      if (known) {
        return;
      }
      logged = LoggedCameraAlert.of(++lastNumber, reported, null);
      String body = JsonOutput.write(logged);
      AdminDatabase.update(
          connection,
          "insert into alert (alert_id, received_at, body, event_id) values (?, ?, ?, ?)",
          lastNumber,
          clock.millis(),
          body,
          eventId);
      removed.add(
          AdminDatabase.update(
              connection, "delete from alert where alert_id <= ?", lastNumber - ON_DISK));
      removeExcess(connection, body.length());
    }

    /** The oldest go, in steps, and never those that are listed. */
    private void removeExcess(Connection connection, long added) throws SQLException {
      for (long excess = stored.excess(connection, added);
          excess > 0;
          excess = stored.excess(connection, 0)) {
        int gone =
            AdminDatabase.update(
                connection,
                "delete from alert where alert_id <="
                    + " (select min(alert_id) + ? from alert) and alert_id <= ?",
                STEP,
                lastNumber - LISTED);
        if (gone == 0) {
          return;
        }
        removed.add(gone);
        stored.removed(excess);
      }
    }

    @Override
    public void committed() {
      if (known) {
        duplicates.increment();
      } else {
        add(logged);
        announcer.announce(new CameraAlertRaised(logged));
      }
    }
  }
}
