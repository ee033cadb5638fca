package edgeai.audit;

/** Words of others, so that they can be shown: bounded, in one line, and without any effect. */
final class PlainText {
  private PlainText() {}

  /**
   * The same with everything that a terminal would not show, or would show as something else, in
   * figures: control characters, what turns the direction of text, what is no character.
   *
   * @param most characters that are kept
   */
  static String of(String text, int most) {
    String kept = text.length() <= most ? text : text.substring(0, most) + "...";
    if (kept.chars().allMatch(letter -> letter >= ' ' && letter < 0x7f)) {
      return kept;
    }
    StringBuilder plain = new StringBuilder();
    kept.codePoints()
        .forEach(
            letter -> {
              if (isShown(letter)) {
                plain.appendCodePoint(letter);
              } else {
                plain.append("<%04x>".formatted(letter));
              }
            });
    return plain.toString();
  }

  private static boolean isShown(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
