package edgeai.benchmark.events;

import edgeai.benchmark.Figure;
import edgeai.benchmark.Report;
import edgeai.benchmark.Row;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same figures at several numbers of stored rows, each held against those at the smallest. */
final class Growth {
  private final Map<Long, Map<String, Figure>> sizes = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();

  /** Adds a figure; the smallest number of rows comes first. */
  void add(long rows, String name, Figure value, String unit) {
    sizes.computeIfAbsent(rows, size -> new LinkedHashMap<>()).put(name, value);
    units.put(name, unit);
  }

  /** A row for each figure and each number but the smallest. */
  void report(Report report) {
    long smallest = sizes.keySet().iterator().next();
    units.forEach(
        (name, unit) ->
            sizes.forEach(
                (rows, figures) -> {
                  if (rows != smallest) {
                    report.add(
                        new Row(
                            name + ", " + words(rows),
                            figures.get(name),
                            unit,
                            words(smallest),
                            sizes.get(smallest).get(name)));
                  }
                }));
  }

  /** Such as {@code 100 thousand rows}. */
  static String words(long rows) {
    if (rows == 1_000_000) {
      return "a million rows";
    }
    return rows < 1_000_000 ? rows / 1_000 + " thousand rows" : rows / 1_000_000 + " million rows";
  }
}
