package edgeai.cli.console;

import java.time.Duration;

/** Shows how far something is: a bar on a terminal, else a line now and then. */
public final class Progress {
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

  private final Console console;
  private final String who;
  private final String what;
  private final Duration betweenLines;
  private long lastLine = System.nanoTime();

  /** Of a demo, told every few seconds. */
  public Progress(Console console, String what) {
    this(console, "demo", what, BETWEEN_LINES);
  }

  /**
   * @param who whose progress it is, where it is told in lines
   */
  public Progress(Console console, String who, String what, Duration betweenLines) {
    this.console = console;
    this.who = who;
    this.what = what;
    this.betweenLines = betweenLines;
  }

  /**
   * @param percent 0 to 100
   */
  public void show(double percent, String rest) {
    if (console.isTerminal()) {
      console.progress(bar(percent, rest));
    } else if (System.nanoTime() - lastLine >= betweenLines.toNanos()) {
      lastLine = System.nanoTime();
      console.event(who, "%s %3.0f %%  %s".formatted(what, percent, rest));
    }
  }

  public void end() {
    console.progress("");
  }

  private String bar(double percent, String rest) {
    String tail = " %3.0f %%  %s".formatted(percent, rest);
    int width = Math.max(5, Math.min(40, console.columns() - what.length() - tail.length() - 4));
    int done = (int) Math.round(width * Math.min(100, percent) / 100);
    String line = what + " [" + "#".repeat(done) + "-".repeat(width - done) + "]" + tail;
    return line.substring(0, Math.min(line.length(), console.columns() - 1));
  }
}
