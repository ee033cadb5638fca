package launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** One line per event, and on a terminal one line of progress below them. */
final class Console {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LONGEST_EVENT = 400;

  private final PrintStream out =
      new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
  private final int columns;
  private String progress = "";

  /**
   * @param columns width of the terminal, 0 where there is none
   */
  Console(int columns) {
    this.columns = columns;
  }

  boolean isTerminal() {
    return columns > 0;
  }

  int columns() {
    return columns;
  }

  synchronized void event(String who, String what) {
    String text = what.length() > LONGEST_EVENT ? what.substring(0, LONGEST_EVENT - 1) + "…" : what;
    print("%s  %-12s %s".formatted(LocalTime.now().format(TIME), who, text));
  }

  synchronized void print(String line) {
    String before = progress;
    clear();
    out.println(line);
    progress(before);
  }

  /** Replaces the line of progress; an empty one takes it away. */
  synchronized void progress(String line) {
    if (!isTerminal()) {
      return;
    }
    clear();
    progress = line;
    out.print(line);
    out.flush();
  }

  private void clear() {
    if (!progress.isEmpty()) {
      out.print("\r" + " ".repeat(Math.min(progress.length(), columns - 1)) + "\r");
      progress = "";
    }
  }
}
