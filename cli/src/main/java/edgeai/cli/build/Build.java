package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Console;
import edgeai.cli.follow.LogTail;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** One build of the checkout, and what is told of it meanwhile. */
public final class Build {
  private static final String WITHOUT_DASHBOARDS = "-DskipUi";
  private static final long LIMIT_S = 3_600;

  /** What compilers take in a folder's name for more than a name. */
  private static final Pattern MISREAD = Pattern.compile("[:*?\\\\]");

  /**
   * Modules that do not need each other are built at the same time, and most of the time is
   * waiting.
   */
  private static final List<String> WORDS = List.of("-T", "2C", "-DskipTests");

  /**
   * Over .mvn/jvm.config, which leaves the optimising compiler out: without it nothing uses the
   * processor's instructions for AES and SHA, and most of a first build is decrypting and checking
   * what is fetched.
   */
  private static final String FETCHING_JVM = "-XX:TieredStopAtLevel=4 ";

  private static final Clock CLOCK = Clock.systemUTC();

  private final Console console;
  private final Checkout checkout;
  private final Environment environment;
  private final Session session;
  private final Built built;

  public Build(Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.checkout = checkout;
    this.session = session;
    this.built = new Built(checkout);
    this.environment =
        built.hasPayara()
            ? environment
            : environment.with(
                "MAVEN_OPTS", FETCHING_JVM + environment.get("MAVEN_OPTS").orElse(""));
  }

  /** Everything. */
  public void all() throws InterruptedException {
    Instant begun = CLOCK.instant();
    run(List.of());
    built.note(true);
    built.settle(begun);
  }

  /** The benchmark and the servers that it measures. */
  public void benchmark() throws InterruptedException {
    List<String> words = List.of("-Dbench", "-pl", "benchmark", "-am");
    if (built.hasDashboards()) {
      run(words);
      built.note(true);
    } else {
      console.event("bench", "servers are built without dashboards, which are not measured");
      built.note(false);
      List<String> without = new ArrayList<>(words);
      without.add(WITHOUT_DASHBOARDS);
      run(without);
    }
  }

  private void run(List<String> more) throws InterruptedException {
    requireBuildable(checkout.root());
    if (!more.contains(WITHOUT_DASHBOARDS)) {
      NodeCheck.require(environment);
    }
    Path log = checkout.log("build");
    long start = System.nanoTime();
    List<String> words = new ArrayList<>(WORDS);
    words.addAll(more);
    words.add("package");
    try {
      MavenRun run = MavenRun.in(checkout, environment);
      console.event("build", "with %s, log in %s".formatted(run.maven(), log));
      Process maven = run.start(log, words);
      session.begin(maven);
      follow(maven, log, start);
      if (session.await(maven) != 0) {
        MavenRun.errors(log).forEach(console::quote);
        throw new CommandRefusal("the build failed: see " + log);
      }
    } catch (IOException e) {
      throw new CommandRefusal("the build cannot be run: " + e.getMessage(), e);
    }
    long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
    console.event("build", "done in %d s".formatted(taken));
  }

  /** What was built elsewhere runs in every folder. */
  static void requireBuildable(Path root) {
    if (MISREAD.matcher(root.toString()).find()) {
      throw new CommandRefusal(
          "nothing can be built in %s: compilers take a : * ? or backslash in its name for more"
              .concat(" than a name (what was built elsewhere runs here)")
              .formatted(root));
    }
  }

  private void follow(Process maven, Path log, long start)
      throws IOException, InterruptedException {
    LogTail tail = new LogTail(log);
    MavenLog words = new MavenLog(console, start);
    boolean isOver = false;
    while (!isOver) {
      isOver = maven.waitFor(1, TimeUnit.SECONDS);
      words.look(tail.next(), System.nanoTime());
      if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(LIMIT_S)) {
        throw new CommandRefusal("the build took more than %d s: see %s".formatted(LIMIT_S, log));
      }
    }
  }
}
