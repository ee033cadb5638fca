package edgeai.common.http;

import edgeai.common.error.InvalidInput;
import java.time.Instant;

/** Values that come as text: query parameters and parts of a path. */
public final class QueryText {
  private QueryText() {}

  /**
   * @throws InvalidInput where the text is no whole number within the bounds
   */
  public static long whole(String name, String text, long min, long max) {
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new InvalidInput("%s must be a whole number, not %s.".formatted(name, text));
    }
    throw new InvalidInput("%s must be from %d to %d.".formatted(name, min, max));
  }

  /**
   * @param text as the contract reads instants; a {@code +} that was not encoded came as a blank
   * @throws InvalidInput where the text is no instant
   */
  public static Instant instant(String name, String text) {
    return Instants.parse(text.replaceFirst("(T.*\\d) (\\d{2}:?\\d{0,2})$", "$1+$2"))
        .orElseThrow(() -> new InvalidInput(Instants.refusal(name)));
  }
}
