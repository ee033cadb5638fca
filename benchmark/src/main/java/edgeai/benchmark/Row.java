package edgeai.benchmark;

/**
 * One line of the table.
 *
 * @param name of what was measured
 * @param value what was measured, or why it was not
 * @param unit of both values
 * @param reference what the value is held against, empty where there is nothing
 * @param referenceValue in the same unit, or why there is none
 */
public record Row(String name, Figure value, String unit, String reference, Figure referenceValue) {

  /** A value that is held against nothing. */
  public static Row of(String name, Figure value, String unit) {
    return new Row(name, value, unit, "", Figure.NONE);
  }

  /** Value divided by the reference's: below 1, the value is the smaller of the two. */
  Figure ratio() {
    return value.over(referenceValue);
  }

  Row under(String benchmark) {
    return new Row(benchmark + " " + name, value, unit, reference, referenceValue);
  }
}
