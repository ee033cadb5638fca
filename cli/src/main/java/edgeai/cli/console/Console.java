package edgeai.cli.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.function.IntSupplier;

/** One line per event, and on a terminal one line of progress below them. */
public final class Console {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final int LONGEST_EVENT = 400;

  private final PrintStream out;
  private final PrintStream err;
  private final Clock clock;
  private final IntSupplier width;
  private int columns = -1;
  private String progress = "";
  private Thread only;

  /**
   * @param width tells the width of the terminal, 0 where there is none; asked when it is needed
   */
  public Console(PrintStream out, PrintStream err, Clock clock, IntSupplier width) {
    this.out = out;
    this.err = err;
    this.clock = clock;
    this.width = width;
  }

  /** What this process prints to, in letters of the whole world. */
  public static Console ofThisProcess() {
    return new Console(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        Clock.systemDefaultZone(),
        Terminal::columns);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  boolean isTerminal() {
    return columns() > 0;
  }

  synchronized int columns() {
    if (columns < 0) {
      columns = width.getAsInt();
    }
    return columns;
  }

  /** Says what happens, with the time and whose event it is. */
  public synchronized void event(String who, String what) {
    String text = what.length() > LONGEST_EVENT ? what.substring(0, LONGEST_EVENT - 1) + "…" : what;
    print("%s  %-12s %s".formatted(LocalTime.now(clock).format(TIME), who, text));
  }

  /** Prints a line above the line of progress. */
  public synchronized void print(String line) {
    if (isMuted()) {
      return;
    }
    String before = progress;
    clear();
    out.println(line);
    progress(before);
  }

  /** Says why something is not done, where errors go. */
  public synchronized void refuse(String sentence) {
    if (!isMuted()) {
      progress("");
      err.println("edge: " + sentence);
    }
  }

  /** Prints what another program said of its failure, where errors go. */
  public synchronized void quote(String line) {
    if (!isMuted()) {
      err.println(line);
    }
  }

  /** Replaces the line of progress; an empty one takes it away. */
  public synchronized void progress(String line) {
    if (isMuted() || progress.isEmpty() && line.isEmpty() || !isTerminal()) {
      return;
    }
    clear();
    progress = line;
    out.print(line);
    out.flush();
  }

  /** From now on only this thread is heard, which brings the command to its end. */
  public synchronized void onlyThisThread() {
    progress("");
    only = Thread.currentThread();
  }

  private boolean isMuted() {
    return only != null && only != Thread.currentThread();
  }

  private void clear() {
    if (!progress.isEmpty()) {
      out.print("\r" + " ".repeat(Math.min(progress.length(), columns - 1)) + "\r");
      progress = "";
    }
  }
}
