package edgeai.common.log;

import java.util.HexFormat;

/**
 * A JSON object on one line. Written by hand: it is needed until the very end of a server, when no
 * library of an application can be loaded any more.
 */
final class JsonLine {
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder line = new StringBuilder(256).append('{');

  /** Adds a field; one without a value is left out. */
  JsonLine with(String name, String value) {
    if (value != null) {
      if (line.length() > 1) {
        line.append(',');
      }
      quote(name);
      line.append(':');
      quote(value);
    }
    return this;
  }

  private void quote(String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
    line.append('"');
  }

  private void append(char sign) {
    switch (sign) {
      case '"' -> line.append("\\\"");
      case '\\' -> line.append("\\\\");
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        // lines end at these two for some readers, and half a character is none in UTF-8
        if (sign < ' ' || sign == '\u2028' || sign == '\u2029' || Character.isSurrogate(sign)) {
          line.append("\\u").append(HEX.toHexDigits(sign));
        } else {
          line.append(sign);
        }
      }
    }
  }

  @Override
  public String toString() {
    return line + "}";
  }
}
