package edgeai.admin.analytics;

import java.util.LinkedHashMap;
import java.util.Map;

/** Counts by label as one text: a line per label, tab, amount. Labels have neither. */
final class CountsColumn {
  private CountsColumn() {}

  static String write(Map<String, Long> counts) {
    StringBuilder text = new StringBuilder();
    counts.forEach((label, n) -> text.append(label).append('\t').append(n).append('\n'));
    return text.toString();
  }

  static Map<String, Long> read(String text) {
    Map<String, Long> counts = new LinkedHashMap<>();
    text.lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              counts.put(line.substring(0, tab), Long.valueOf(line.substring(tab + 1)));
            });
    return counts;
  }
}
