package edgeai.cli.build;

import edgeai.cli.console.CommandRefusal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which Maven builds: that of the machine where it is 3.9 or newer, else the wrapper's. Those
 * before fetch one small file after the other, which on a machine that has nothing is half of the
 * build: one that is older is only taken where the wrapper's cannot be had.
 */
final class MavenChoice {
  private MavenChoice() {}

  /**
   * @throws CommandRefusal where there is none
   */
  static Path of(Programs programs, Path root) {
    Optional<Path> own = programs.find("mvn");
    if (own.flatMap(maven -> programs.ask(maven, "--version"))
        .filter(MavenChoice::isNew)
        .isPresent()) {
      return own.get();
    }
    Path wrapper = root.resolve("mvnw");
    if (programs.ask(wrapper, "--version").isPresent()) {
      return wrapper;
    }
    return own.orElseThrow(
        () ->
            new CommandRefusal(
                "Maven is missing and could not be fetched: install it (Debian: apt install maven,"
                    + " macOS: brew install maven)"));
  }

  static boolean isNew(String version) {
    return version.contains("Apache Maven 3.9.") || version.contains("Apache Maven 4.");
  }
}
