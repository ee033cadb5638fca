package edgeai.coordinator.upload;

/** Makes a client's file name fit to be shown: it is never used as a path. */
final class FileName {
  private static final int LENGTH = 255;

  private FileName() {}

  /** The last part of the name without unprintable characters, the end kept where it is long. */
  static String shown(String name) {
    String last = name == null ? "" : name.replaceAll("^.*[/\\\\]", "");
    String printable =
        last.codePoints()
            .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
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
}
