package edgeai.coordinator.upload;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds names that somebody may have meant who wrote another one. */
final class NearestNames {
  private static final int MOST = 3;
  private static final int LONGEST_NUMBER = 5;

  private final List<String> names;

  NearestNames(List<String> names) {
    this.names = names;
  }

  /** The nearest three, the nearest first; of a number, the name that has it. */
  String to(String other) {
    if (other.matches("\\d{1,%d}".formatted(LONGEST_NUMBER))) {
      int number = Integer.parseInt(other);
      if (number < names.size()) {
        return names.get(number);
      }
    }
    return names.stream()
        .sorted(Comparator.comparingInt(name -> distance(lower(name), lower(other))))
        .limit(MOST)
        .collect(Collectors.joining(", "));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /**
   * How many letters must be put in, left out or changed to make one of the other (Levenshtein).
   */
  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
