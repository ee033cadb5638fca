package edgeai.coco;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fetches what a lock file pins, and nothing that it would run: npm checks the hash of each
 * package, and no script of one is started.
 *
 * @param folder that the package file and its lock file are in
 * @param command how npm is called
 */
record Npm(Path folder, List<String> command) {
  private static final List<String> INSTALL =
      List.of(
          "ci",
          "--ignore-scripts",
          "--prefer-offline",
          "--no-progress",
          "--fetch-retries=1",
          "--fetch-retry-mintimeout=1000");

  private static final Pattern CODE = Pattern.compile("npm (?:error|ERR!) code (\\w+)");

  /** Of another package than the one that was pinned. */
  private static final String FORGED = "EINTEGRITY";

  private static final long LIMIT_MINUTES = 10;

  static Npm in(Path folder) {
    boolean isWindows = System.getProperty("os.name").startsWith("Windows");
    return new Npm(folder, List.of(isWindows ? "npm.cmd" : "npm"));
  }

  /**
   * Puts what is pinned into {@code node_modules}.
   *
   * @param log gets what npm says
   * @throws UnreachableException where npm is missing, or cannot fetch it
   * @throws IllegalStateException where what came is not what was pinned
   */
  void install(Path log) throws IOException, InterruptedException, UnreachableException {
    Files.createDirectories(log.getParent());
    Process npm = start(log);
    try {
      if (!npm.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        throw new UnreachableException("npm took more than %d minutes".formatted(LIMIT_MINUTES));
      }
    } finally {
      npm.destroyForcibly();
    }
    if (npm.exitValue() != 0) {
      String code = code(log);
      if (code.equals(FORGED)) {
        throw new IllegalStateException(
            "what npm fetched is not what package-lock.json pins: see " + log);
      }
      throw new UnreachableException("npm could not fetch it (%s)".formatted(code));
    }
  }

  private Process start(Path log) throws UnreachableException {
    List<String> line = Stream.concat(command.stream(), INSTALL.stream()).toList();
    try {
      Process npm =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      npm.getOutputStream().close();
      return npm;
    } catch (IOException e) {
      throw new UnreachableException("npm is not installed");
    }
  }

  /** What npm calls its failure, as EINTEGRITY or ENOTFOUND. */
  private static String code(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(CODE::matcher)
          .filter(Matcher::matches)
          .map(matcher -> matcher.group(1))
          .findFirst()
          .orElse("see " + log);
    }
  }
}
