package edgeai.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lines of cells under each other; words to the left, numbers to the right. */
final class FigureTable {

  /** A longer cell, such as a reason where a number should be, runs over its column. */
  private static final int WIDEST_WORDS = 60;

  private static final int WIDEST_NUMBER = 12;

  private static final Set<Integer> NUMBERS = Set.of(1, 4, 5);

  private final List<List<String>> lines = new ArrayList<>();

  FigureTable(String... head) {
    row(head);
  }

  /** Adds a line of as many cells as the head has. */
  void row(String... cells) {
    lines.add(List.of(cells));
  }

  /** Ends every line with a line feed and none with blanks. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder cells = new StringBuilder();
      for (int column = 0; column < line.size(); column++) {
        String cell = line.get(column);
        String blanks = " ".repeat(Math.max(0, width(column) - cell.length()));
        cells.append(column == 0 ? "" : "  ");
        cells.append(NUMBERS.contains(column) ? blanks + cell : cell + blanks);
      }
      text.append(cells.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    int widest = NUMBERS.contains(column) ? WIDEST_NUMBER : WIDEST_WORDS;
    return lines.stream()
        .mapToInt(line -> line.get(column).length())
        .filter(length -> length <= widest)
        .max()
        .orElse(0);
  }
}
