package edgeai.cli.build;

import edgeai.cli.console.Console;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads on in Maven's log and says which module it is at, and now and then that it still is; and
 * what the maker of a model has to say.
 */
final class MavenLog {
  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (\\S+) .*\\[(\\d+/\\d+)]\\s*");

  /** What a module says that whoever builds is to know. */
  private static final Pattern WORD = Pattern.compile(".*\\b(coco-model: .+)");

  private static final long QUIET_NANOS = 20_000_000_000L;

  private final Console console;
  private String module = "maven";
  private long lastWord;

  /**
   * @param now of {@link System#nanoTime}
   */
  MavenLog(Console console, long now) {
    this.console = console;
    this.lastWord = now;
  }

  /** Takes in what the log has grown by. */
  void look(List<String> lines, long now) {
    for (String line : lines) {
      Matcher word = WORD.matcher(line);
      if (word.matches()) {
        say(word.group(1), now);
      }
      Matcher matcher = MODULE.matcher(line);
      if (matcher.matches()) {
        module = matcher.group(1);
        say("%s (%s)".formatted(module, matcher.group(2)), now);
      }
    }
    if (now - lastWord >= QUIET_NANOS) {
      say(module + ", still at it", now);
    }
  }

  private void say(String what, long now) {
    console.event("build", what);
    lastWord = now;
  }
}
