package edgeai.cli.soak;

import java.util.Locale;

/** What a soak measures of each server. */
enum Quantity {
  RESIDENT("resident memory", "MB", 1e6),
  HEAP("heap, low of a minute", "MB", 1e6),
  THREADS("threads", "", 1),
  HANDLES("open files", "", 1),
  DATABASE("database", "MB", 1e6);

  private final String words;
  private final String unit;
  private final double one;

  Quantity(String words, String unit, double one) {
    this.words = words;
    this.unit = unit;
    this.one = one;
  }

  /** Its name, with the unit of {@link #scaled}. */
  String words() {
    return unit.isEmpty() ? words : words + ", " + unit;
  }

  String column() {
    return name().toLowerCase(Locale.ROOT) + (unit.isEmpty() ? "" : "_bytes");
  }

  double scaled(double value) {
    return value / one;
  }

  String text(double value) {
    return Double.isNaN(value) ? "-" : "%.1f".formatted(scaled(value));
  }

  String change(double value) {
    return Double.isNaN(value) ? "-" : "%+.1f".formatted(scaled(value));
  }
}
