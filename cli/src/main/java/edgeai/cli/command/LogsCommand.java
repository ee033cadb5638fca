package edgeai.cli.command;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import edgeai.cli.follow.ReadableLine;
import edgeai.cli.follow.ShownLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what servers said last, and with an option what they say. */
@picocli.CommandLine.Command(name = "logs")
final class LogsCommand implements Command {
  private static final long PAUSE_MS = 500;
  private static final int MOST_LINES = 10_000;
  private static final String ENDING = ".log";

  /** Logs of builds and of suites lie beside those of servers. */
  private static final Pattern SERVER = Pattern.compile("coordinator|admin|(worker|camera)-.+");

  private final Context context;

  @Option(names = "--follow")
  private boolean follow;

  @Option(names = "--lines")
  private String lines = "50";

  @Parameters(arity = "0..1")
  private String server;

  LogsCommand(Context context) {
    this.context = context;
  }

  @Override
  public int run() throws InterruptedException {
    int most = Typed.number("--lines", lines, 0, MOST_LINES);
    try {
      List<String> known = known();
      if (server != null && !known.contains(server)) {
        throw new Misuse(
            known.isEmpty()
                ? "no server has a log here yet, nor has"
                : "logs takes one of %s, not".formatted(String.join(", ", known)),
            server);
      }
      Map<String, ShownLog> shown = new LinkedHashMap<>();
      for (String name : server == null ? known : List.of(server)) {
        ShownLog log = new ShownLog(context.checkout().log(name));
        shown.put(name, log);
        print(name, log.last(most));
      }
      if (shown.isEmpty()) {
        context.console().event("edge", "no server has a log here yet: ./edge up starts some");
      }
      while (follow && !shown.isEmpty()) {
        Thread.sleep(PAUSE_MS);
        for (Map.Entry<String, ShownLog> log : shown.entrySet()) {
          print(log.getKey(), log.getValue().next());
        }
      }
      return shown.isEmpty() ? 1 : 0;
    } catch (IOException e) {
      throw new CommandRefusal("a log cannot be read: " + e.getMessage(), e);
    }
  }

  /** Of several, each line says whose it is. */
  private void print(String name, List<String> said) {
    said.stream()
        .flatMap(line -> ReadableLine.of(line).stream())
        .map(line -> server == null ? "%-12s %s".formatted(name, line) : line)
        .forEach(context.console()::print);
  }

  private List<String> known() throws IOException {
    Path folder = context.checkout().log("any").getParent();
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(ENDING))
          .map(file -> file.substring(0, file.length() - ENDING.length()))
          .filter(SERVER.asMatchPredicate())
          .sorted()
          .toList();
    }
  }

  @Override
  public String unknown(String word) {
    return word.startsWith("-") ? "has no option" : "takes one server, not";
  }
}
