package edgeai.systemtests.chaos;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** The outcomes of all runs: told one by one, and shown together at the end. */
final class ChaosTable {
  /** By this word {@code ./edge} finds what is for people in the output of the build. */
  private static final String MARK = "chaos";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final String FORM = "%-36s %-6s %4s %9s %9s %6s %5s %10s %9s %6s %6s";

  /** What went wrong, and in jobs of which kind. */
  record Row(String title, Way way) {
    @Override
    public String toString() {
      return "%s, %s".formatted(title, way.title());
    }
  }

  private final PrintStream out = System.out;
  private final Map<Row, List<Outcome>> rows = new LinkedHashMap<>();
  private final Map<Row, String> failures = new LinkedHashMap<>();

  /** Tells of something at once. */
  void say(String what) {
    out.printf("%s  %s  %s%n", MARK, LocalTime.now().format(TIME), what);
  }

  void add(Row row, Outcome outcome) {
    rows.computeIfAbsent(row, any -> new ArrayList<>()).add(outcome);
  }

  /** Notes the first failure of a row. */
  void failed(Row row, Throwable failure) {
    rows.computeIfAbsent(row, any -> new ArrayList<>());
    failures.putIfAbsent(
        row, String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse(""));
  }

  void write(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, String.join("\n", lines()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        FORM.formatted(
            "fault",
            "way",
            "runs",
            "submitted",
            "completed",
            "failed",
            "lost",
            "duplicated",
            "wrong",
            "seen s",
            "back s"));
    rows.forEach((row, outcomes) -> lines.add(line(row, outcomes)));
    failures.forEach((row, failure) -> lines.add("FAILED: %s: %s".formatted(row, failure)));
    lines.add("");
    lines.add(
        "seen: until the coordinator showed the worker as away, refused or quarantined; back: until"
            + " results came at 95 % of the pace before; medians. way: mixed is a job by pieces with"
            + " a worker that takes pictures alone.");
    return lines;
  }

  private static String line(Row row, List<Outcome> runs) {
    return FORM.formatted(
            row.title(),
            row.way().title(),
            runs.size(),
            sum(runs, Outcome::submitted),
            sum(runs, Outcome::completed),
            sum(runs, Outcome::failed),
            sum(runs, Outcome::lost),
            sum(runs, Outcome::duplicated),
            sum(runs, Outcome::wrong),
            median(runs, Outcome::seen),
            median(runs, Outcome::back))
        .stripTrailing();
  }

  private static int sum(List<Outcome> runs, ToIntFunction<Outcome> count) {
    return runs.stream().mapToInt(count).sum();
  }

  private static String median(List<Outcome> runs, Function<Outcome, OptionalDouble> seconds) {
    double[] known =
        runs.stream().map(seconds).flatMapToDouble(OptionalDouble::stream).sorted().toArray();
    return known.length == 0 ? "-" : "%.1f".formatted(known[known.length / 2]);
  }
}
