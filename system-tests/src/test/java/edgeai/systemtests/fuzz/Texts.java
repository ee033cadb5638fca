package edgeai.systemtests.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** Words that have misled servers before: of paths, numbers, encodings, other languages. */
final class Texts {
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          "..",
          ".",
          "../../etc/passwd",
          "null",
          "undefined",
          "true",
          "-1",
          "0",
          "00",
          "1.5",
          "1e9",
          "1e400",
          "NaN",
          "Infinity",
          "0x10",
          "2147483648",
          "9223372036854775808",
          "9007199254740993",
          "99999999999999999999999999",
          "a b",
          "a+b",
          "a;b=c",
          "a,b,,c",
          "a/b",
          "a\\b",
          "a:b",
          "%",
          "%s%n%d",
          "${7*7}",
          "#{7*7}",
          "{{7*7}}",
          "' OR '1'='1",
          "\"; DROP",
          "<script>alert(1)</script>",
          "=1+1",
          "a\u0000b",
          "a\r\nX-Injected: 1",
          "a\tb",
          "\u202eabc",
          "\ud83d\ude00",
          "é",
          "ſ",
          "İ",
          "Ǆ",
          "coordinator-local",
          "street",
          "auto",
          "safe",
          "2026-11-22T10:15:30.123Z",
          "0000-00-00T00:00:00Z",
          "+999999999-12-31T23:59:59Z",
          "car",
          "yolov8n");

  private static final List<Integer> LENGTHS = List.of(127, 128, 129, 255, 4_096, 4_097, 7_000);

  private Texts() {}

  /** Of a few thousand characters at most. */
  static String odd(Dice dice) {
    return dice.oneIn(8)
        ? dice.of("x", "é", "\ud83d\ude00").repeat(dice.of(LENGTHS))
        : dice.of(ODD);
  }

  /** As part of a path or query: encoded in full, in part, twice, or hardly. */
  static String inAddress(Dice dice, String text) {
    return switch (dice.below(6)) {
      case 0 -> percent(percent(text, false), false);
      case 1 -> percent(text, true);
      case 2 -> onBytes(text).replace("\r", "").replace("\n", "").replace(" ", "%20");
      default -> percent(text, false);
    };
  }

  private static String percent(String text, boolean all) {
    StringBuilder encoded = new StringBuilder();
    for (byte sign : text.getBytes(UTF_8)) {
      boolean plain = sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'z' && sign != '\\';
      encoded.append(plain && !all ? String.valueOf((char) sign) : "%%%02X".formatted(sign & 255));
    }
    return encoded.toString();
  }

  /** UTF-8 as the one byte a character that a {@link Request} is made of. */
  static String onBytes(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
