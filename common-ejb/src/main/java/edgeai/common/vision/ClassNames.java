package edgeai.common.vision;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads the class names that Ultralytics writes into a model's metadata: a Python literal such as
 * <code>{0: 'person', 1: "driver's seat"}</code> or {@code ['person', 'car']}.
 */
final class ClassNames {

  private static final int LONGEST = 128;

  private final String literal;
  private int at;

  private ClassNames(String literal) {
    this.literal = literal;
  }

  /**
   * Names by index; an index that the literal leaves out, or names with nothing printable, is
   * called "class i".
   *
   * @throws IllegalArgumentException saying where the literal stops making sense
   */
  static List<String> parse(String literal) {
    SortedMap<Integer, String> names = byId(literal);
    int count = names.isEmpty() ? 0 : names.lastKey() + 1;
    return IntStream.range(0, count)
        .mapToObj(index -> names.getOrDefault(index, label(index)))
        .toList();
  }

  /**
   * The names as the literal has them, by their ids.
   *
   * @throws IllegalArgumentException saying where the literal stops making sense
   */
  static SortedMap<Integer, String> byId(String literal) {
    SortedMap<Integer, String> names = new TreeMap<>();
    new ClassNames(literal).read().forEach((id, name) -> names.put(id, named(name, id)));
    return names;
  }

  /** "class 0", "class 1" and so on. */
  static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(ClassNames::label).toList();
  }

  /** What a class without a name is called. */
  static String label(int index) {
    return "class " + index;
  }

  private static String named(String name, int index) {
    String clean = printable(name);
    return clean.isEmpty() ? label(index) : clean;
  }

  /** A name from the metadata on one line and not too long; empty where nothing is left of it. */
  static String printable(String name) {
    return printable(name, LONGEST);
  }

  /** As {@link #printable(String)}, of so many characters at most. */
  static String printable(String text, int longest) {
    String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ").strip();
    return clean.length() <= longest ? clean : clean.substring(0, longest).strip();
  }

  private Map<Integer, String> read() {
    Map<Integer, String> names = new HashMap<>();
    boolean keyed = peek() == '{';
    expect(keyed ? '{' : '[');
    char end = keyed ? '}' : ']';
    while (peek() != end) {
      int index = keyed ? key() : names.size();
      if (names.put(index, string()) != null) {
        throw new IllegalArgumentException("class " + index + " is named twice");
      }
      if (peek() != end) {
        expect(',');
      }
    }
    expect(end);
    if (!literal.substring(at).isBlank()) {
      throw unreadable("the end");
    }
    return names;
  }

  private int key() {
    boolean quoted = peek() == '\'' || peek() == '"';
    String digits = quoted ? string() : digits();
    expect(':');
    if (!digits.matches("\\d{1,5}")) {
      throw unreadable("an index");
    }
    return Integer.parseInt(digits);
  }

  private String digits() {
    int from = at;
    while (at < literal.length() && Character.isDigit(literal.charAt(at))) {
      at++;
    }
    return literal.substring(from, at);
  }

  private String string() {
    char quote = peek();
    if (quote != '\'' && quote != '"') {
      throw unreadable("a quoted name");
    }
    at++;
    StringBuilder text = new StringBuilder();
    while (next() != quote) {
      char character = literal.charAt(at++);
      if (character == '\\') {
        text.appendCodePoint(escape());
      } else {
        text.append(character);
      }
    }
    at++;
    return text.toString();
  }

  private int escape() {
    char letter = next();
    at++;
    return switch (letter) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'x' -> hexadecimal(2);
      case 'u' -> hexadecimal(4);
      case 'U' -> hexadecimal(8);
      default -> letter;
    };
  }

  private int hexadecimal(int digits) {
    if (at + digits > literal.length()) {
      throw unreadable("an escape");
    }
    String hex = literal.substring(at, at + digits);
    at += digits;
    if (!hex.matches("\\p{XDigit}+")
        || !Character.isValidCodePoint((int) Long.parseLong(hex, 16))) {
      throw unreadable("an escape");
    }
    return Integer.parseInt(hex, 16);
  }

  private void expect(char character) {
    if (peek() != character) {
      throw unreadable("a " + character);
    }
    at++;
  }

  private char peek() {
    while (at < literal.length() && Character.isWhitespace(literal.charAt(at))) {
      at++;
    }
    return next();
  }

  private char next() {
    if (at >= literal.length()) {
      throw unreadable("more text");
    }
    return literal.charAt(at);
  }

  private IllegalArgumentException unreadable(String wanted) {
    return new IllegalArgumentException("expected " + wanted + " at character " + at);
  }
}
