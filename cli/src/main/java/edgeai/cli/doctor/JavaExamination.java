package edgeai.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Java that command and servers run on, and whether there is one to build with.
 *
 * @param home of the runtime of this process
 * @param builder the folder of the JDK that builds, empty where there is none
 * @param builds whether there is something to be built
 */
public record JavaExamination(Path home, Optional<Path> builder, boolean builds)
    implements Examination {
  private static final String ENCODING = "sun.jnu.encoding";

  @Override
  public String subject() {
    return "java";
  }

  @Override
  public List<Diagnosis> look() throws IOException {
    return Stream.of(Optional.of(version()), letters()).flatMap(Optional::stream).toList();
  }

  private Diagnosis version() {
    String used =
        "%s (%s) in %s"
            .formatted(Runtime.version(), System.getProperty("java.vendor", "unknown"), home);
    if (!builds) {
      return Diagnosis.ok(subject(), used);
    }
    return builder
        .filter(jdk -> Files.isExecutable(jdk.resolve("bin/javac")))
        .map(
            jdk -> Diagnosis.ok(subject(), jdk.equals(home) ? used : used + ", builds with " + jdk))
        .orElseGet(
            () ->
                Diagnosis.warning(
                    subject(),
                    used
                        + ", which compiles nothing: what is built runs, and ./edge build needs a JDK"
                        + " of 21 or newer (JAVA_HOME names one)"));
  }

  /** Names of files, which may have any letter, go through this. */
  private Optional<Diagnosis> letters() {
    String encoding = System.getProperty(ENCODING, "UTF-8");
    return encoding.equalsIgnoreCase("UTF-8")
        ? Optional.empty()
        : Optional.of(
            Diagnosis.warning(
                "locale",
                "names of files are in %s, so that those with other letters are not found: set LC_ALL=C.UTF-8"
                    .formatted(encoding)));
  }
}
