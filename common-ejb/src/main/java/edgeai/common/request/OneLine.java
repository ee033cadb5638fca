package edgeai.common.request;

/** A text that somebody sent, as it may stand in a list: one line of bounded length. */
final class OneLine {
  private OneLine() {}

  /**
   * The text with a space for what is no printable character, and cut.
   *
   * @param most code points
   */
  static String of(String text, int most) {
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(most)
        .forEach(
            point -> {
              if (isPrintable(point)) {
                line.appendCodePoint(point);
              } else {
                line.append(' ');
              }
            });
    return line.toString().strip();
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
