package edgeai.systemtests.fuzz;

import edgeai.systemtests.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a server's log says since the last look: no stack trace, nothing severe. */
final class LogWatch {
  private static final Pattern EVENT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} [A-Z]+ .*");
  private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/@]+\\(|^Caused by: ");

  private final ServerProcess server;
  private int read;
  private int lines;

  LogWatch(ServerProcess server) {
    this.server = server;
    this.read = server.output().length();
  }

  /** How many lines there were so far. */
  int lines() {
    return lines;
  }

  /** What must not be there, the first of it. */
  List<String> faults() {
    return events().stream()
        .filter(LogWatch::isTrouble)
        .limit(3)
        .map(event -> "log: " + Manners.shortened(event))
        .toList();
  }

  private static boolean isTrouble(String event) {
    boolean severe = event.lines().findFirst().orElse("").contains(" SEVERE ");
    return (severe || TRACE.matcher(event).find()) && !ContainersOwn.excuses(event);
  }

  /** What was said since the last look, each with the lines that belong to it. */
  private List<String> events() {
    String all = server.output();
    int end = all.lastIndexOf('\n') + 1;
    List<String> fresh = all.substring(Math.min(read, end), end).lines().toList();
    read = end;
    lines += fresh.size();
    List<String> events = new ArrayList<>();
    for (String line : fresh) {
      if (events.isEmpty() || EVENT.matcher(line).matches() || !isContinued(line)) {
        events.add(line);
      } else {
        events.add(events.removeLast() + "\n" + line);
      }
    }
    return events;
  }

  /** Words of native libraries stand by themselves. */
  private static boolean isContinued(String line) {
    return line.isBlank() || line.startsWith("\t") || line.contains("Exception");
  }
}
