package edgeai.coordinator.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.LongStream;

/** Rows of a table that happens to be simple, for tests of the writer. */
final class AlertRows {
  private AlertRows() {}

  static LedgerWriter.Entry row(long number) {
    return connection -> insert(connection, number);
  }

  static void insert(Connection connection, long number) throws SQLException {
    Database.update(
        connection, "insert into alert (alert_id, raised_at, body) values (?, 0, '')", number);
  }

  static List<Long> rows(Database database) {
    return database.list("select alert_id from alert order by alert_id", r -> r.getLong(1));
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }
}
