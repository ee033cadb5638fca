package edgeai.admin.analytics;

import java.util.List;

/**
 * Some events of the log.
 *
 * @param next where the following page begins, null after the last
 */
record LogPage(List<LoggedEvent> events, LogCursor next) {
  static LogPage last(List<LoggedEvent> events) {
    return new LogPage(events, null);
  }

  static LogPage upTo(LoggedEvent seen, List<LoggedEvent> events) {
    return new LogPage(events, LogCursor.after(seen));
  }
}
