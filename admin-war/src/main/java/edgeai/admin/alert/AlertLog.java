package edgeai.admin.alert;

import edgeai.admin.store.Database;
import edgeai.admin.store.EventWriter;
import edgeai.common.http.Body;
import edgeai.common.http.JsonInput;
import edgeai.common.http.JsonOutput;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** The newest alerts in memory; on disk more of them, by which one that comes again is known. */
@ApplicationScoped
public class AlertLog {
  private static final int LISTED = 200;
  private static final int ON_DISK = 100_000;
  private static final int MOST_GAPS = 1_000;

  @Inject private Database database;
  @Inject private EventWriter writer;
  @Inject private Clock clock;
  @Inject private Event<AlertRaised> raised;

  private final Deque<CameraAlert> newest = new ArrayDeque<>();
  private final LongAdder duplicates = new LongAdder();

  /** Touched by the writer's thread only. */
  private long lastNumber;

  private record Row(long number, String body) {}

  @PostConstruct
  synchronized void load() {
    List<Row> rows =
        database.list(
            "select alert_id, body from alert where alert_id > (select max(alert_id) from alert) - ?"
                + " order by alert_id desc fetch first ? rows only",
            row -> new Row(row.getLong(1), row.getString(2)),
            LISTED + MOST_GAPS,
            LISTED);
    rows.forEach(row -> newest.addLast(CameraAlert.read(JsonInput.parse(Body.of(row.body())))));
    lastNumber = rows.isEmpty() ? 0 : rows.get(0).number();
  }

  /** Logs an alert; it is on disk when this returns, or was before. */
  void take(CameraAlert alert) {
    writer.awaitDurable(writer.submit(new Intake(alert)));
  }

  /** Newest first. */
  synchronized List<CameraAlert> list() {
    return List.copyOf(newest);
  }

  /** Alerts that came again with an {@code event_id} that was known. */
  public long duplicates() {
    return duplicates.sum();
  }

  private synchronized void add(CameraAlert alert) {
    newest.addFirst(alert);
    if (newest.size() > LISTED) {
      newest.removeLast();
    }
  }

  private final class Intake implements EventWriter.Entry {
    private final CameraAlert alert;
    private boolean known;

    Intake(CameraAlert alert) {
      this.alert = alert;
    }

    @Override
    public void write(Connection connection) throws SQLException {
      known =
          alert.eventId() != null
              && Database.exists(
                  connection, "select 1 from alert where event_id = ?", alert.eventId());
      if (known) {
        return;
      }
      Database.update(
          connection,
          "insert into alert (alert_id, received_at, body, event_id) values (?, ?, ?, ?)",
          ++lastNumber,
          clock.millis(),
          JsonOutput.write(alert),
          alert.eventId());
      Database.update(connection, "delete from alert where alert_id <= ?", lastNumber - ON_DISK);
    }

    @Override
    public void committed() {
      if (known) {
        duplicates.increment();
      } else {
        add(alert);
        raised.fire(new AlertRaised(alert));
      }
    }
  }
}
