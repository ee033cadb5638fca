package edgeai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * How {@code ./edge} finds a JDK and what it runs on, among made up ones that are newer than any of
 * this machine.
 */
@DisabledOnOs(OS.WINDOWS)
class JdkSearchTest {
  private static final Path SEARCH = Path.of("src/main/sh/jdk.sh").toAbsolutePath();

  @TempDir private Path home;
  private Path javaHome;
  private Path onPath;

  @BeforeEach
  void nothingIsInstalled() {
    javaHome = home.resolve("none");
    onPath = home.resolve("none");
  }

  @Test
  void theNewestIsTakenWhateverJavaHomeAndPathName() throws IOException, InterruptedException {
    javaHome = jdk("old", "90.0.1");
    onPath = jdk("older", "89");
    Path newest = jdk(".jdks/temurin 99", "99.0.2+12");
    jdk(".sdkman/candidates/java/91.0.1-tem", "91.0.1");
    assertThat(found()).isEqualTo(newest.toString());
  }

  @Test
  void amongEquallyNewOnesJavaHomeWinsThenThePath() throws IOException, InterruptedException {
    jdk(".jdks/a", "99");
    onPath = jdk("path", "99");
    assertThat(found()).isEqualTo(onPath.toString());
    javaHome = jdk("home", "99");
    assertThat(found()).isEqualTo(javaHome.toString());
  }

  @Test
  void aRuntimeWithoutACompilerIsNoJdk() throws IOException, InterruptedException {
    Path runtime = jdk(".jdks/a", "99");
    Files.delete(runtime.resolve("bin/javac"));
    Path jdk = jdk(".jdks/b", "98");
    assertThat(found()).isEqualTo(jdk.toString());
  }

  @Test
  void withoutAReleaseFileTheCompilerIsAsked() throws IOException, InterruptedException {
    Path jdk = jdk(".asdf/installs/java/x", "99");
    Files.delete(jdk.resolve("release"));
    assertThat(found()).isEqualTo(jdk.toString());
  }

  @Test
  void anOldOneIsNone() throws IOException, InterruptedException {
    javaHome = jdk("old", "1.8.0_402");
    assertThat(found()).isNotEqualTo(javaHome.toString());
  }

  @Test
  void commandAndServersRunOnTheJdkThatBuilds() throws IOException, InterruptedException {
    Path jdk = jdk(".jdks/a", "98");
    runtime(".jdks/b", "99");
    assertThat(chosen("")).isEqualTo(jdk.toString());
  }

  @Test
  void orOnTheRuntimeThatIsNamedWhateverElseIsThere() throws IOException, InterruptedException {
    jdk(".jdks/a", "99");
    Path runtime = runtime("a runtime", "21.0.8");
    assertThat(chosen(runtime.toString())).isEqualTo(runtime.toString());
    assertThat(chosen("a runtime")).as("from where who called it is").isEqualTo(runtime.toString());
    Files.delete(runtime.resolve("release"));
    assertThat(chosen(runtime.toString())).isEqualTo(runtime.toString());
  }

  @Test
  void whatIsNamedAndCannotServeIsNoReasonToTakeAnother() throws IOException, InterruptedException {
    jdk(".jdks/a", "99");
    assertThat(chosen(runtime("old", "20.0.1").toString())).isEqualTo("none");
    assertThat(chosen(home.resolve("nowhere").toString())).isEqualTo("none");
  }

  private String chosen(String named) throws IOException, InterruptedException {
    return said("find_jdk; if choose_java; then printf %s \"$java\"; else echo none; fi", named)
        .strip();
  }

  private String found() throws IOException, InterruptedException {
    return said("find_jdk; printf %s \"$jdk\"", "");
  }

  private String said(String script, String named) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", ". \"$0\"; " + script, SEARCH.toString())
            .directory(home.toFile());
    builder.environment().put("EDGE_JAVA", named);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().put("PATH", onPath.resolve("bin") + ":/usr/bin:/bin");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private Path jdk(String folder, String version) throws IOException {
    Path jdk = runtime(folder, version);
    program(jdk.resolve("bin/javac"), "javac " + version);
    return jdk;
  }

  private Path runtime(String folder, String version) throws IOException {
    Path java = home.toRealPath().resolve(folder);
    Files.createDirectories(java.resolve("bin"));
    program(java.resolve("bin/java"), "openjdk %s 2025-07-15 LTS".formatted(version));
    Files.writeString(
        java.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    return java;
  }

  private static void program(Path file, String says) throws IOException {
    Files.writeString(file, "#!/bin/sh\necho '%s'\n".formatted(says));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
