package edgeai.cli.dist;

import edgeai.cli.console.CommandRefusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The line that makes a Java runtime with what servers and command need, and no compiler.
 *
 * @param jdk of the platform that the runtime is for
 * @param isOfThisMachine whether it can be run here, to make its archive of the JDK's classes
 */
record RuntimeImage(Path jdk, boolean isOfThisMachine) {
  /** All of Java SE, and what Payara Micro, native libraries and people who look inside need. */
  private static final List<String> MODULES =
      List.of(
          "java.se",
          "jdk.attach",
          "jdk.charsets",
          "jdk.crypto.cryptoki",
          "jdk.httpserver",
          "jdk.jcmd",
          "jdk.jfr",
          "jdk.management",
          "jdk.management.agent",
          "jdk.naming.dns",
          "jdk.net",
          "jdk.security.auth",
          "jdk.security.jgss",
          "jdk.unsupported",
          "jdk.xml.dom",
          "jdk.zipfs");

  /**
   * Debian's JDK has 600 MB of them; a foreign library cannot be stripped by this machine's tools.
   */
  private static final String SYMBOLS = "**.debuginfo,**.diz,**.dSYM/**";

  /** What makes runtimes is this process's JDK, as another platform's does not run here. */
  List<String> line(Path target) {
    Path maker = Path.of(System.getProperty("java.home"), "bin", "jlink");
    if (!Files.isExecutable(maker)) {
      throw new CommandRefusal(
          "archives are made by a JDK with jlink, which %s has not"
              .formatted(System.getProperty("java.home")));
    }
    List<String> line = new ArrayList<>(List.of(maker.toString()));
    if (isOther()) {
      Path modules = jdk.resolve("jmods");
      if (!Files.isDirectory(modules)) {
        throw new CommandRefusal(
            "%s has no folder jmods: unpack a JDK %d of that platform with its jmods, and name it with --jdk"
                .formatted(jdk, Runtime.version().feature()));
      }
      line.addAll(List.of("--module-path", modules.toString()));
    }
    line.addAll(
        List.of(
            "--add-modules",
            String.join(",", MODULES),
            "--strip-java-debug-attributes",
            "--exclude-files",
            SYMBOLS,
            "--no-man-pages",
            "--no-header-files",
            "--compress",
            "zip-6",
            "--output",
            target.toString()));
    if (isOfThisMachine) {
      line.add("--generate-cds-archive");
    }
    return line;
  }

  private boolean isOther() {
    return !jdk.equals(Path.of(System.getProperty("java.home")));
  }
}
