package launcher;

import java.util.Locale;

/** One locale for all words and figures, whatever this machine speaks. */
final class OneLocale {
  private OneLocale() {}

  /** First of all, since what is formatted before would be in another's digits. */
  static void set() {
    Locale.setDefault(Locale.ENGLISH);
  }
}
