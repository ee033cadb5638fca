package edgeai.coordinator.upload;

/** Makes a client's file name fit to be shown: it is never used as a path. */
final class FileName {
  private static final int LENGTH = 255;

  private FileName() {}

  /** The last part of the name without unprintable characters, the end kept where it is long. */
  static String shown(String name) {
    String last = name == null ? "" : name.replaceAll("(?s)^.*[/\\\\]", "");
    String printable =
        last.codePoints()
            .filter(FileName::isPrintable)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    if (printable.isEmpty() || printable.equals("..") || printable.equals(".")) {
      return "video";
    }
    int count = printable.codePointCount(0, printable.length());
    return count <= LENGTH
        ? printable
        : printable.substring(printable.offsetByCodePoints(0, count - LENGTH));
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
