package edgeai.benchmark;

import java.util.Collection;
import java.util.Locale;
import java.util.OptionalDouble;

/** A measured number, or in words why there is none. */
public final class Figure {

  /** Where nothing is measured and nothing is missing. */
  public static final Figure NONE = missing("");

  private final OptionalDouble number;
  private final String reason;

  private Figure(OptionalDouble number, String reason) {
    this.number = number;
    this.reason = reason;
  }

  /**
   * A number.
   *
   * @throws IllegalArgumentException if it is infinite or none
   */
  public static Figure of(double number) {
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("a figure is a number, not " + number);
    }
    return new Figure(OptionalDouble.of(number), "");
  }

  /**
   * The number in the middle, or between the two in the middle.
   *
   * @throws IllegalArgumentException if there are no numbers
   */
  public static Figure median(Collection<Double> numbers) {
    double[] sorted = numbers.stream().mapToDouble(number -> number).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException("no numbers have no median");
    }
    return of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
  }

  /** No number, for a reason of a few words such as {@code cannot load}. */
  public static Figure missing(String reason) {
    return new Figure(OptionalDouble.empty(), reason);
  }

  /** Empty where it is missing. */
  public OptionalDouble number() {
    return number;
  }

  /** This figure divided by another; missing where one of them is, or the other is 0. */
  Figure over(Figure other) {
    return number.isEmpty() || other.number.isEmpty() || other.number.getAsDouble() == 0
        ? NONE
        : of(number.getAsDouble() / other.number.getAsDouble());
  }

  /** Three significant digits, all of them before the point; or the reason. */
  String text() {
    if (number.isEmpty()) {
      return reason;
    }
    double size = Math.abs(number.getAsDouble());
    String format =
        size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : size >= 0.1 ? "%.2f" : "%.3f";
    return String.format(Locale.ROOT, format, number.getAsDouble());
  }
}
