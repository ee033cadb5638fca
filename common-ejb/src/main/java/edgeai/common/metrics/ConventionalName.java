package edgeai.common.metrics;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a metric of the platform is called in the exposition: its own name by Prometheus'
 * conventions, which want words apart and keep {@code _count} for histograms and summaries.
 */
final class ConventionalName {
  private static final Pattern NEXT_WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private ConventionalName() {}

  static String of(String name, boolean gauge) {
    String words = NEXT_WORD.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
    return gauge ? words.replaceFirst("_count$", "_current") : words;
  }
}
