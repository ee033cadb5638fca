package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.follow.LogTail;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one long test on servers of its own, tells what it tells people, and shows the table that it
 * leaves.
 */
public final class SystemSuite {
  private final Console console;
  private final Checkout checkout;
  private final Environment environment;
  private final Session session;
  private final String name;
  private final String test;

  /**
   * @param name of the command; the test begins with it what is for people, and its table is called
   *     so
   * @param test the class
   */
  public SystemSuite(
      Console console,
      Checkout checkout,
      Environment environment,
      Session session,
      String name,
      String test) {
    this.console = console;
    this.checkout = checkout;
    this.environment = environment;
    this.session = session;
    this.name = name;
    this.test = test;
  }

  /**
   * Gives 0 where the test passes.
   *
   * @param about what is about to run
   * @param options what the test is asked for, as properties: {@code chaos.runs=3}
   */
  public int run(String about, List<String> options) throws InterruptedException {
    Path log = checkout.log(name);
    Path table = checkout.root().resolve("system-tests/target/%s.txt".formatted(name));
    if (environment.get("DATA_DIR").isPresent()) {
      console.event(name, "has servers of its own, whose data is not in DATA_DIR");
    }
    console.event(name, "%s; log in %s".formatted(about, log));
    try {
      Files.deleteIfExists(table);
      int tested = test(log, words(options));
      show(Files.exists(table) ? Files.readAllLines(table) : List.of(), log);
      console.event(name, tested == 0 ? "passed; the table is in " + table : "FAILED: see " + log);
      return tested;
    } catch (IOException e) {
      throw new CommandRefusal("the suite cannot be run: " + e.getMessage(), e);
    }
  }

  private List<String> words(List<String> options) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "-DskipUi",
                "-Dspotless.check.skip",
                "verify",
                "-pl",
                "system-tests",
                "-am",
                "-Dtest=NoneSuch",
                "-Dsurefire.failIfNoSpecifiedTests=false",
                "-Dit.test=" + test,
                "-Dfailsafe.failIfNoSpecifiedTests=false",
                "-Dtest.groups.excluded="));
    options.forEach(option -> words.add("-D" + option));
    return words;
  }

  private int test(Path log, List<String> words) throws IOException, InterruptedException {
    Process maven = MavenRun.in(checkout, environment).start(log, words);
    session.begin(maven);
    LogTail tail = new LogTail(log);
    boolean isOver = false;
    while (!isOver) {
      isOver = maven.waitFor(1, TimeUnit.SECONDS);
      tail.next().forEach(this::tell);
    }
    return session.await(maven);
  }

  /** What the test says to people, in Maven's log. */
  private void tell(String line) {
    Matcher said = Pattern.compile(name + "  (?:\\d\\d:\\d\\d:\\d\\d  )?(.*)").matcher(line);
    if (said.matches()) {
      console.event(name, said.group(1));
    }
  }

  private void show(List<String> table, Path log) throws IOException {
    if (table.isEmpty()) {
      MavenRun.errors(log).forEach(console::quote);
    } else {
      console.print("");
      table.forEach(console::print);
      console.print("");
    }
  }
}
