package edgeai.common.http;

import edgeai.common.error.InvalidInput;

/** An id, or another name that people are shown: 1 to 128 printable characters. */
public final class PrintableId {
  private static final int MAX_LENGTH = 128;

  private PrintableId() {}

  /**
   * The value, where it is one.
   *
   * @param name of the field, the part of a path or the header that it came by
   * @throws InvalidInput where it is none
   */
  public static String require(String name, String value) {
    if (value.isEmpty()
        || value.codePointCount(0, value.length()) > MAX_LENGTH
        || value.codePoints().anyMatch(PrintableId::unprintable)) {
      throw new InvalidInput("%s must be 1 to 128 printable characters.".formatted(name));
    }
    return value;
  }

  private static boolean unprintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
