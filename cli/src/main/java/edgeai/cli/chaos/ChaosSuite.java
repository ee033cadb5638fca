package edgeai.cli.chaos;

import edgeai.cli.build.MavenRun;
import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.follow.LogTail;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs the test that breaks servers of its own in every way it knows, and shows its table. */
public final class ChaosSuite {
  /** What the tests say to people, in Maven's log. */
  private static final Pattern TRIAL = Pattern.compile("chaos  (?:\\d\\d:\\d\\d:\\d\\d  )?(.*)");

  private final Console console;
  private final Environment environment;
  private final Checkout checkout;
  private final Session session;

  public ChaosSuite(Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.checkout = checkout;
    this.environment = environment;
    this.session = session;
  }

  /**
   * Gives 0 where no frame was lost or done twice.
   *
   * @param runs of each fault
   * @param only some faults, separated by commas; all where it is empty
   */
  public int run(int runs, String only) throws InterruptedException {
    Path log = checkout.log("chaos");
    Path table = checkout.root().resolve("system-tests/target/chaos.txt");
    if (environment.get("DATA_DIR").isPresent()) {
      console.event("chaos", "has servers of its own, whose data is not in DATA_DIR");
    }
    String which = only.isEmpty() ? "" : ", only " + only;
    console.event("chaos", "every fault, %d runs each%s; log in %s".formatted(runs, which, log));
    try {
      Files.deleteIfExists(table);
      int tested = test(log, words(runs, only));
      show(Files.exists(table) ? Files.readAllLines(table) : List.of(), log);
      console.event(
          "chaos", tested == 0 ? "passed; the table is in " + table : "FAILED: see " + log);
      return tested;
    } catch (IOException e) {
      throw new CommandRefusal("the suite cannot be run: " + e.getMessage(), e);
    }
  }

  private static List<String> words(int runs, String only) {
    return List.of(
        "-DskipUi",
        "-Dspotless.check.skip",
        "verify",
        "-pl",
        "system-tests",
        "-am",
        "-Dtest=NoneSuch",
        "-Dsurefire.failIfNoSpecifiedTests=false",
        "-Dit.test=ChaosTableIT",
        "-Dfailsafe.failIfNoSpecifiedTests=false",
        "-Dtest.groups.excluded=",
        "-Dchaos.runs=" + runs,
        "-Dchaos.only=" + only);
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

  private void tell(String line) {
    Matcher trial = TRIAL.matcher(line);
    if (trial.matches()) {
      console.event("chaos", trial.group(1));
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
