package edgeai.common.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonValue;

/** Reads the numbers of a JSON object, within bounds that belong to the range. */
final class JsonNumbers {
  /** Beyond what a long holds: an exponent is not written out to see that. */
  private static final double NO_LONG = 1e19;

  private JsonNumbers() {}

  /** A whole number, however it is written. */
  static long whole(JsonFields fields, String name, long min, long max) {
    JsonValue value = fields.requiredNumber(name);
    if (value instanceof JsonNumber number && Math.abs(number.doubleValue()) < NO_LONG) {
      try {
        long whole = number.bigDecimalValue().longValueExact();
        if (whole >= min && whole <= max) {
          return whole;
        }
      } catch (ArithmeticException e) {
        throw notWhole(fields, name, min, max, value);
      }
    }
    throw notWhole(fields, name, min, max, value);
  }

  private static RuntimeException notWhole(
      JsonFields fields, String name, long min, long max, JsonValue value) {
    return fields.wrong(name, "an integer from %d to %d".formatted(min, max), value);
  }

  static double decimal(JsonFields fields, String name, double min, double max) {
    JsonValue value = fields.requiredNumber(name);
    if (value instanceof JsonNumber number) {
      double decimal = number.doubleValue();
      if (decimal >= min && decimal <= max) {
        return decimal;
      }
    }
    throw fields.wrong(name, "a number from %s to %s".formatted(plain(min), plain(max)), value);
  }

  private static String plain(double bound) {
    return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
  }
}
