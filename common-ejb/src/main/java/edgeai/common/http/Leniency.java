package edgeai.common.http;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers that were written as text and texts that were written as numbers; never guesses. */
final class Leniency {
  /** Kept, since each look for a provider searches the class path. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,30}(\\.\\d{0,30})?([eE][+-]?\\d{1,2})?");

  private Leniency() {}

  /** The number that a text says; anything else as it is. */
  static JsonValue number(JsonValue value) {
    if (value instanceof JsonString text) {
      String said = text.getString().strip();
      return NUMBER.matcher(said).matches() ? JSON.createValue(new BigDecimal(said)) : value;
    }
    return value;
  }

  /** A number as the text it was written as; anything else as it is. */
  static JsonValue text(JsonValue value) {
    return value instanceof JsonNumber number ? JSON.createValue(number.toString()) : value;
  }

  /** The text, or as much of it as is allowed, which never ends in half a character. */
  static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    return text.substring(0, end);
  }
}
