package edgeai.cli.dist;

import edgeai.cli.console.CommandRefusal;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What archives are wanted.
 *
 * @param jdk of their platform
 */
public record DistributionOrder(Platform platform, Path jdk) {

  /**
   * For this machine where nothing else was typed.
   *
   * @param platform null where it was not typed
   * @param jdk the same
   */
  public static DistributionOrder of(String platform, Path jdk) {
    Platform here = Platform.here();
    Platform wanted = platform == null ? here : Platform.of(platform);
    if (wanted == here && jdk == null) {
      return new DistributionOrder(wanted, Path.of(System.getProperty("java.home")));
    }
    if (jdk == null) {
      throw new CommandRefusal(
          "archives for %s need a JDK %d of that platform, unpacked here: name its folder with --jdk"
              .formatted(wanted.word(), Runtime.version().feature()));
    }
    if (!Files.isDirectory(jdk)) {
      throw new CommandRefusal("there is no folder " + jdk);
    }
    JdkRelease.of(jdk).require(wanted, Runtime.version().feature());
    return new DistributionOrder(wanted, jdk);
  }

  /** Whether what is made can be run here. */
  boolean isOfThisMachine() {
    return platform == Platform.here();
  }

  RuntimeImage runtime() {
    return new RuntimeImage(jdk, isOfThisMachine());
  }
}
