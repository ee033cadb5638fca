package edgeai.benchmark.events;

import edgeai.systemtests.fixture.EventFill;
import edgeai.systemtests.fixture.FrameFill;
import edgeai.systemtests.fixture.ServerProcess;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A server that stores rows, and the reads whose cost must not grow with them. */
enum Subject {
  ADMIN("admin", List.of("/analytics"), List.of(), "total_vehicles", 3) {
    @Override
    void fill(Path data, long rows) throws SQLException {
      EventFill.add(data, rows);
    }

    @Override
    ServerProcess start(Map<String, String> settings) {
      return ServerProcess.admin("bench-admin-rows", settings);
    }
  },

  COORDINATOR(
      "coordinator", List.of("/results/summary"), List.of("/results", "/jobs"), "total_frames", 1) {
    @Override
    void fill(Path data, long rows) throws SQLException {
      FrameFill.add(data, rows);
    }

    @Override
    ServerProcess start(Map<String, String> settings) {
      return ServerProcess.coordinator("bench-coordinator-rows", settings);
    }
  };

  private final String title;
  private final List<String> totals;
  private final List<String> lists;
  private final String sum;
  private final long each;

  Subject(String title, List<String> totals, List<String> lists, String sum, long each) {
    this.title = title;
    this.totals = totals;
    this.lists = lists;
    this.sum = sum;
    this.each = each;
  }

  /** What people call it. */
  String title() {
    return title;
  }

  /** Paths that answer with totals. */
  List<String> totals() {
    return totals;
  }

  /** Paths that answer with the newest of a long list. */
  List<String> lists() {
    return lists;
  }

  /** Makes rows inside the database of a server that does not run. */
  abstract void fill(Path data, long rows) throws SQLException;

  /** Starts the server and does not wait for it. */
  abstract ServerProcess start(Map<String, String> settings);

  /**
   * Looks whether the server counts what is stored.
   *
   * @throws IllegalStateException if it does not
   */
  void require(ServerProcess server, long rows) {
    long told =
        server.http().get(totals.get(0)).expect(200).object().getJsonNumber(sum).longValue();
    if (told != each * rows) {
      throw new IllegalStateException(
          "the %s says %s %d of %d rows".formatted(title, sum, told, rows));
    }
  }
}
