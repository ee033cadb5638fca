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

/** How {@code ./edge} finds a JDK, among made up ones that are newer than any of this machine. */
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

  private String found() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", ". \"$0\"; find_jdk; printf %s \"$jdk\"", SEARCH.toString());
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", javaHome.toString());
    builder.environment().put("PATH", onPath.resolve("bin") + ":/usr/bin:/bin");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private Path jdk(String folder, String version) throws IOException {
    Path jdk = home.toRealPath().resolve(folder);
    Path javac = jdk.resolve("bin/javac");
    Files.createDirectories(javac.getParent());
    Files.writeString(javac, "#!/bin/sh\necho javac " + version + "\n");
    Files.setPosixFilePermissions(javac, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    return jdk;
  }
}
