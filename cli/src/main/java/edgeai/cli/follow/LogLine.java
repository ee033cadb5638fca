package edgeai.cli.follow;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line as {@code payara-config/boot/logging.properties} formats it. */
record LogLine(String level, String logger, String message) {
  private static final Pattern FORM =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} (\\S+) (\\S*) (.*)");

  /** Empty for what has no such form: stack traces, and what is written past the logger. */
  static Optional<LogLine> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    return matcher.matches()
        ? Optional.of(new LogLine(matcher.group(1), matcher.group(2), matcher.group(3).strip()))
        : Optional.empty();
  }

  boolean isOurs() {
    return logger.startsWith("edgeai.");
  }

  boolean isSevere() {
    return level.equals("SEVERE");
  }
}
