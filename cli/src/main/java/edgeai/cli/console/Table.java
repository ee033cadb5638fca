package edgeai.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Text in columns: the first to the left, the others as asked for. */
public final class Table {
  private final List<String[]> rows = new ArrayList<>();
  private final boolean numbers;

  /**
   * @param numbers whether all but the first column are aligned to the right
   */
  public Table(boolean numbers, String... heads) {
    this.numbers = numbers;
    rows.add(heads);
  }

  /** Adds a row; the heads are the first. */
  public void row(String... cells) {
    rows.add(cells);
  }

  /** All rows, each as wide as the widest of its column. */
  public List<String> lines() {
    int[] widths = new int[rows.getFirst().length];
    for (String[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      String form = numbers && i > 0 ? "%" + widths[i] + "s" : "%-" + widths[i] + "s";
      line.append(i > 0 ? "  " : "").append(form.formatted(row[i]));
    }
    return line.toString().stripTrailing();
  }
}
