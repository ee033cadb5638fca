package edgeai.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code ./edge NAME --help} prints: what {@link Help} says of that command, and of the
 * options that it only names there, since another command has them, too.
 */
public final class Usage {
  private static final Pattern COMMAND = Pattern.compile("  (?:\\S+=\\S+ )?\\./edge ([a-z]+).*");
  private static final String BEFORE_OPTION = " ".repeat(6);

  /** Options of another command stand in brackets, behind one another. */
  private static final Pattern NAMED = Pattern.compile("--[a-z-]+(?=[,)])");

  private static final String WORD = "help";
  private static final Set<String> OPTIONS = Set.of("-h", "--help");

  private Usage() {}

  /** What is printed for who asks for help, before or behind a command; empty for all others. */
  public static Optional<String> askedFor(List<String> typed) {
    if (typed.isEmpty()) {
      return Optional.of(Help.TEXT);
    }
    String first = typed.getFirst();
    if (first.equals(WORD) || OPTIONS.contains(first)) {
      Optional<String> second = typed.stream().skip(1).findFirst();
      return Optional.of(
          second.filter(Commands.names()::contains).map(Usage::of).orElse(Help.TEXT));
    }
    return typed.stream().anyMatch(OPTIONS::contains) && Commands.names().contains(first)
        ? Optional.of(of(first))
        : Optional.empty();
  }

  /**
   * @param command one of {@link Commands#names}
   */
  public static String of(String command) {
    List<String> own = own(command);
    Stream<String> others =
        NAMED
            .matcher(String.join("\n", own))
            .results()
            .map(MatchResult::group)
            .flatMap(option -> explained(option).stream());
    return String.join("\n", Stream.concat(own.stream(), others).toList());
  }

  private static List<String> own(String command) {
    List<String> lines = new ArrayList<>();
    boolean within = false;
    for (String line : Help.TEXT.lines().toList()) {
      Matcher beginning = COMMAND.matcher(line);
      if (beginning.matches()) {
        within = beginning.group(1).equals(command);
      } else if (line.isBlank()) {
        within = false;
      }
      if (within) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static List<String> explained(String option) {
    List<String> from =
        Help.TEXT
            .lines()
            .dropWhile(line -> !line.startsWith(BEFORE_OPTION + option + " "))
            .toList();
    Stream<String> more =
        from.stream().skip(1).takeWhile(line -> line.startsWith(BEFORE_OPTION + " "));
    return Stream.concat(from.stream().limit(1), more).toList();
  }
}
