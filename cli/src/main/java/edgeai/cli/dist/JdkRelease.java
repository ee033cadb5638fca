package edgeai.cli.dist;

import edgeai.cli.console.CommandRefusal;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** What a JDK says of itself in its file {@code release}. */
record JdkRelease(Path jdk, String platform, String version, String maker) {

  static JdkRelease of(Path jdk) {
    Properties said = new Properties();
    try (Reader in = Files.newBufferedReader(jdk.resolve("release"))) {
      said.load(in);
    } catch (IOException e) {
      throw new CommandRefusal("%s is no JDK: it has no file release".formatted(jdk), e);
    }
    return new JdkRelease(
        jdk,
        Platform.word(value(said, "OS_NAME"), value(said, "OS_ARCH")),
        value(said, "JAVA_VERSION"),
        value(said, "IMPLEMENTOR"));
  }

  /** The runtime that is made of it. */
  DeliveredPart part() {
    DeliveredPart part =
        DeliveredPart.of("OpenJDK")
            .version(version)
            .under("GPL-2.0-with-classpath-exception")
            .from("https://openjdk.org")
            .noting("built by %s".formatted(maker.isEmpty() ? "somebody who does not say" : maker));
    part.component().put("bom-ref", "openjdk");
    return part;
  }

  private static String value(Properties said, String name) {
    return said.getProperty(name, "").replace("\"", "");
  }

  /**
   * Holds it against what is wanted.
   *
   * @throws CommandRefusal where an archive with it would not start, or cannot be made
   */
  void require(Platform wanted, int feature) {
    if (!platform.equals(wanted.word())) {
      throw new CommandRefusal(
          "%s is a JDK of %s, and archives for %s need one of that platform"
              .formatted(jdk, platform, wanted.word()));
    }
    if (!version.replaceFirst("\\D.*", "").equals(String.valueOf(feature))) {
      throw new CommandRefusal(
          "%s is a JDK %s, and the jlink that runs here makes runtimes of a JDK %d"
              .formatted(jdk, version, feature));
    }
  }
}
