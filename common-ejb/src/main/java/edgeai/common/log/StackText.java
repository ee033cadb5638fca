package edgeai.common.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A throwable with its causes in so many lines at most, however deep it was thrown. */
final class StackText {
  /** Of each throwable, and causes of it. */
  static final int MOST_CALLS = 30;

  static final int MOST_CAUSES = 6;

  /** Of what a throwable says of itself, in characters. */
  private static final int LONGEST = 2_000;

  private StackText() {}

  static String of(Throwable thrown) {
    StringBuilder text = new StringBuilder();
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable next = thrown;
    while (next != null && seen.add(next) && seen.size() <= MOST_CAUSES) {
      text.append(seen.size() == 1 ? "" : "\nCaused by: ").append(shortened(next.toString()));
      append(text, next.getStackTrace());
      next = next.getCause();
    }
    return text.toString();
  }

  private static void append(StringBuilder text, StackTraceElement[] calls) {
    for (int i = 0; i < Math.min(calls.length, MOST_CALLS); i++) {
      text.append("\n\tat ").append(calls[i]);
    }
    if (calls.length > MOST_CALLS) {
      text.append("\n\t... ").append(calls.length - MOST_CALLS).append(" more");
    }
  }

  static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }
}
