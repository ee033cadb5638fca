package edgeai.systemtests.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many cases of each kind there were at each server, and what came of them. */
final class FuzzTable {
  private static final String FORM = "%-10s %-12s %8s %8s %6s %5s %5s %5s %7s %11s %10s %6s";

  private static final class Row {
    private int requests;
    private int fine;
    private int refused;
    private int full;
    private int unknownVersion;
    private int broken;
    private int silent;
    private int unexpected;
    private long slowestMs;
    private int slowest;
  }

  private final Map<String, Row> rows = new TreeMap<>();

  synchronized void add(int number, Kind kind, String server, Outcome outcome, long millis) {
    Row row = rows.computeIfAbsent("%-10s %-12s".formatted(kind.title(), server), any -> new Row());
    row.requests += outcome.requests();
    for (int status : outcome.statuses()) {
      row.fine += status < 400 ? 1 : 0;
      row.refused += status >= 400 && status < 500 ? 1 : 0;
      row.full += status == 503 ? 1 : 0;
      row.unknownVersion += status == 505 ? 1 : 0;
      row.broken += status >= 500 && status != 503 && status != 505 ? 1 : 0;
    }
    row.silent += outcome.statuses().isEmpty() ? 1 : 0;
    row.unexpected += outcome.faults().size();
    if (millis > row.slowestMs) {
      row.slowestMs = millis;
      row.slowest = number;
    }
  }

  synchronized int requests() {
    return rows.values().stream().mapToInt(row -> row.requests).sum();
  }

  synchronized List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        FORM.formatted(
            "kind",
            "server",
            "requests",
            "1xx-3xx",
            "4xx",
            "503",
            "505",
            "5xx",
            "silent",
            "unexpected",
            "slowest s",
            "case"));
    Row sum = new Row();
    rows.forEach(
        (name, row) -> {
          lines.add(line(name.substring(0, 10).strip(), name.substring(11).strip(), row));
          sum.requests += row.requests;
          sum.fine += row.fine;
          sum.refused += row.refused;
          sum.full += row.full;
          sum.unknownVersion += row.unknownVersion;
          sum.broken += row.broken;
          sum.silent += row.silent;
          sum.unexpected += row.unexpected;
          if (row.slowestMs > sum.slowestMs) {
            sum.slowestMs = row.slowestMs;
            sum.slowest = row.slowest;
          }
        });
    lines.add(line("all", "", sum));
    return lines;
  }

  private static String line(String kind, String server, Row row) {
    return FORM.formatted(
        kind,
        server,
        row.requests,
        row.fine,
        row.refused,
        row.full,
        row.unknownVersion,
        row.broken,
        row.silent,
        row.unexpected,
        "%.1f".formatted(row.slowestMs / 1000.0),
        row.slowest);
  }
}
