package edgeai.common.vision;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the labels of a model that a person means, whatever the case they are written in. */
public final class LabelSearch {
  private static final int MOST_NAMES = 3;

  private final List<String> labels;

  public LabelSearch(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /** The label as the model has it, empty where it has none like that. */
  public Optional<String> find(String written) {
    return labels.contains(written)
        ? Optional.of(written)
        : labels.stream().filter(label -> label.equalsIgnoreCase(written)).findFirst();
  }

  /** Those that are written most alike, the nearest first. */
  public List<String> nearest(String written) {
    String wanted = written.toLowerCase(Locale.ROOT);
    return labels.stream()
        .distinct()
        .sorted(Comparator.comparingInt(label -> distance(label.toLowerCase(Locale.ROOT), wanted)))
        .limit(MOST_NAMES)
        .toList();
  }

  /** Letters to insert, delete or replace: Levenshtein, by Wagner and Fischer's table. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int column = 0; column <= to.length(); column++) {
      above[column] = column;
    }
    for (int row = 1; row <= from.length(); row++) {
      int[] here = new int[to.length() + 1];
      here[0] = row;
      for (int column = 1; column <= to.length(); column++) {
        int replaced = from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1;
        here[column] =
            Math.min(above[column - 1] + replaced, 1 + Math.min(above[column], here[column - 1]));
      }
      above = here;
    }
    return above[to.length()];
  }
}
