package edgeai.cli.build;

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

/** Starts Maven in a checkout, with the JDK of this process. */
public final class MavenRun {
  private static final List<String> ALWAYS = List.of("-B", "-ntp");
  private static final int ERRORS = 5;

  private final Path maven;
  private final Checkout checkout;
  private final Environment environment;

  private MavenRun(Path maven, Checkout checkout, Environment environment) {
    this.maven = maven;
    this.checkout = checkout;
    this.environment = environment;
  }

  /** With the Maven that serves best here. */
  public static MavenRun in(Checkout checkout, Environment environment) {
    Environment own = environment.with("JAVA_HOME", System.getProperty("java.home"));
    return new MavenRun(MavenChoice.of(new Programs(own), checkout.root()), checkout, own);
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
