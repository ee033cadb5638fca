package edgeai.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds names that somebody may have meant who wrote another one. */
public final class NearestNames {
  private static final int MOST = 3;
  private static final int LONGEST = 200;
  private static final int LEAST_BEGINNING = 4;

  private final List<String> names;

  public NearestNames(Collection<String> names) {
    this.names = names.stream().distinct().toList();
  }

  /** The nearest three, whatever the case they are written in, the nearest first. */
  public List<String> to(String written) {
    String wanted = lower(written.substring(0, Math.min(LONGEST, written.length())));
    return names.stream()
        .sorted(Comparator.comparingInt(name -> difference(lower(name), wanted)))
        .limit(MOST)
        .toList();
  }

  /** What is only not written to its end is nearer than what is written otherwise. */
  private static int difference(String name, String wanted) {
    boolean begun = wanted.length() >= LEAST_BEGINNING && name.startsWith(wanted);
    return begun ? 1 : distance(name, wanted);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** Letters to insert, delete or replace: Levenshtein, by Wagner and Fischer's table. */
  static int distance(String from, String to) {
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
