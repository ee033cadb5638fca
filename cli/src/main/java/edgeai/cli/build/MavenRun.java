package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.place.Checkout;
import edgeai.cli.place.Environment;
import edgeai.cli.server.ChildCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts Maven in a checkout, with a JDK, which this process may run without. */
public final class MavenRun {
  private static final List<String> ALWAYS = List.of("-B", "-ntp");
  private static final int ERRORS = 5;
  private static final String JAVA_HOME = "JAVA_HOME";

  private final Path maven;
  private final Checkout checkout;
  private final Environment environment;

  private MavenRun(Path maven, Checkout checkout, Environment environment) {
    this.maven = maven;
    this.checkout = checkout;
    this.environment = environment;
  }

  /**
   * With the Maven that serves best here.
   *
   * @throws CommandRefusal where there is none, or no JDK
   */
  public static MavenRun in(Checkout checkout, Environment environment) {
    Path java = Path.of(System.getProperty("java.home"));
    Environment own = environment.with(JAVA_HOME, jdk(java, environment).toString());
    return new MavenRun(MavenChoice.of(new Programs(own), checkout.root()), checkout, own);
  }

  /**
   * The one that this process runs on, where it has a compiler; else the one the bootstrap found.
   */
  static Path jdk(Path java, Environment environment) {
    return Stream.concat(Stream.of(java), environment.get(JAVA_HOME).map(Path::of).stream())
        .filter(home -> Files.isExecutable(home.resolve("bin/javac")))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandRefusal(
                    "what is to be built wants a JDK 21 or newer, and %s has no compiler: install one or set JAVA_HOME"
                        .formatted(java)));
  }

  /** Which Maven it is. */
  Path maven() {
    return maven;
  }

  /** Its output goes where this process's does. */
  public Process start(List<String> words) throws IOException {
    return builder(words).inheritIO().redirectInput(new File("/dev/null")).start();
  }

  /** Its output goes into a file. */
  public Process start(Path log, List<String> words) throws IOException {
    return builder(words)
        .redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(log.toFile())
        .start();
  }

  private ProcessBuilder builder(List<String> words) {
    List<String> line = new ArrayList<>(List.of(maven.toString()));
    line.addAll(ALWAYS);
    line.addAll(words);
    ProcessBuilder builder =
        new ProcessBuilder(ChildCommand.uninterrupted(line)).directory(checkout.root().toFile());
    builder.environment().clear();
    builder.environment().putAll(environment.variables());
    return builder;
  }

  /** The first errors in a log. */
  public static List<String> errors(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.startsWith("[ERROR] ") && line.length() > "[ERROR] ".length())
          .limit(ERRORS)
          .toList();
    }
  }
}
