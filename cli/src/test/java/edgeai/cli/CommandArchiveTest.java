package edgeai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The archive that {@code ./edge} starts the command from, on a Java that is a script. */
@DisabledOnOs(OS.WINDOWS)
class CommandArchiveTest {
  private static final Path SOURCES = Path.of("").toAbsolutePath();
  private static final String MADE = "-XX:ArchiveClassesAtExit=cli.jsa.";
  private static final String USED = "-XX:SharedArchiveFile=cli.jsa";

  private static final String SCRIPT =
      """
      #!/bin/sh
      home=${0%/bin/java}
      echo "$*" >>"$home/calls"
      for word; do
        case $word in
          -XX:ArchiveClassesAtExit=*) echo half >"${word#*=}"; made=${word#*=} ;;
        esac
      done
      [ -n "$made" ] || { cat cli.jsa; exit; }
      [ ! -f "$home/crashes" ] || kill -ABRT $$
      echo whole >"$made"
      exit 1
      """;

  @TempDir private Path folder;
  private Path root;
  private Path java;

  @BeforeEach
  void makeACheckoutThatIsBuilt() throws IOException {
    root = folder.toRealPath().resolve("checkout");
    java = root.resolveSibling("java");
    Path script = root.resolve("cli/src/main/sh/jdk.sh");
    Files.createDirectories(script.getParent());
    Files.copy(SOURCES.resolve("src/main/sh/jdk.sh"), script);
    Files.copy(SOURCES.resolveSibling("edge"), root.resolve("edge"));
    Files.createDirectories(root.resolve("settings/src/main"));
    Files.createFile(root.resolve("settings/pom.xml"));
    Files.createFile(root.resolve("cli/pom.xml"));
    Files.createDirectories(root.resolve("cli/target/lib"));
    Files.createFile(root.resolve("cli/target/lib/a.jar"));
    Files.createFile(root.resolve("cli/target/cli.jar"));
    program("javac", "#!/bin/sh\n");
    program("java", SCRIPT);
    isVersion("99.0.1");
  }

  @Test
  void isMadeOnceByARunOfItsOwnAndIsWholeWhereItIsUsed() throws IOException, InterruptedException {
    assertThat(edge("status")).isEqualTo("whole\n");
    assertThat(edge("down")).isEqualTo("whole\n");
    assertThat(calls()).hasSize(3);
    assertThat(calls().getFirst()).contains(MADE).doesNotContain(USED);
    assertThat(calls().subList(1, 3))
        .allSatisfy(call -> assertThat(call).contains(USED + " ").doesNotContain("Create", MADE));
    assertThat(archives()).containsExactly("cli.jsa");
  }

  @Test
  void isMadeAnewForAnotherJava() throws IOException, InterruptedException {
    edge("status");
    isVersion("99.0.2");
    edge("status");
    assertThat(calls()).filteredOn(call -> call.contains(MADE)).hasSize(2);
  }

  @Test
  void whereJavaCrashesWhileItIsMadeThereIsNone() throws IOException, InterruptedException {
    Files.createFile(java.resolve("crashes"));
    edge("status");
    assertThat(calls()).hasSize(2);
    assertThat(archives()).isEmpty();
  }

  private String edge(String word) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sh", root.resolve("edge").toString(), word);
    builder.environment().put("JAVA_HOME", java.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(java.resolve("calls"));
  }

  private List<String> archives() throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(".edge/command"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.contains("jsa"))
          .toList();
    }
  }

  private void isVersion(String version) throws IOException {
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.createDirectories(java.resolve("bin")).resolve(name);
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
