package edgeai.admin.analytics;

import edgeai.common.error.InvalidInput;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log: the last event seen, by its time and number. */
record LogCursor(long millis, long number) {
  /** Before the newest event. */
  static final LogCursor START = new LogCursor(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Pattern FORM = Pattern.compile("(-?\\d{1,18})_(\\d{1,18})");

  static LogCursor after(LoggedEvent event) {
    return new LogCursor(event.timestamp().toEpochMilli(), event.number());
  }

  /**
   * @throws InvalidInput where it is none that this server gave
   */
  static LogCursor read(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new InvalidInput("cursor must be the Next-Cursor of the page before.");
    }
    return new LogCursor(Long.parseLong(form.group(1)), Long.parseLong(form.group(2)));
  }

  String write() {
    return millis + "_" + number;
  }
}
