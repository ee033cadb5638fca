package edgeai.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a file of settings. Everything behind the first {@code =} is the value, as it is
 * written: there are no escapes, so that {@code C:\data} is what it looks like. Blanks around it
 * are dropped, and one pair of quotes, between which blanks count.
 *
 * @param number counted from 1
 */
record SettingLine(String name, String value, int number) {
  private static final Pattern FORM =
      Pattern.compile("(?:export\\s+)?([\\p{L}_][\\p{L}\\p{N}_.\\-]{0,99})\\s*=(.*)");

  private static final Pattern QUOTED = Pattern.compile("(?:\"([^\"]*)\"|'([^']*)')");
  private static final Pattern REMARK_BEHIND_QUOTES =
      Pattern.compile("(\"[^\"]*\"|'[^']*')\\s*#.*");
  private static final Pattern REMARK = Pattern.compile("(^|\\s)#.*");

  static boolean isRemark(String line) {
    String text = line.strip();
    return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
  }

  /** Reads a line, empty where it is none of this form. */
  static Optional<SettingLine> read(int number, String line) {
    Matcher form = FORM.matcher(line.strip());
    boolean text = line.chars().noneMatch(sign -> sign < ' ' && sign != '\t');
    return text && form.matches()
        ? Optional.of(new SettingLine(form.group(1), unquoted(form.group(2).strip()), number))
        : Optional.empty();
  }

  /** The same as it is written in a {@code .env}, where a remark may stand behind the value. */
  SettingLine withoutRemark() {
    Matcher quoted = REMARK_BEHIND_QUOTES.matcher(value);
    String rest =
        quoted.matches() ? quoted.group(1) : REMARK.matcher(value).replaceFirst("").strip();
    return new SettingLine(name, unquoted(rest), number);
  }

  private static String unquoted(String value) {
    Matcher quoted = QUOTED.matcher(value);
    if (!quoted.matches()) {
      return value;
    }
    return quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
  }
}
