package edgeai.cli.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.cli.console.CommandRefusal;
import edgeai.cli.console.Misuse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionOrderTest {
  private static final Platform OTHER =
      Platform.here() == Platform.LINUX_AARCH64 ? Platform.LINUX_X86_64 : Platform.LINUX_AARCH64;

  private static final int FEATURE = Runtime.version().feature();

  @TempDir Path jdk;
  private final Path target = Path.of("runtime");

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, macos-aarch64",
    "Mac OS X, x86_64, macos-x86_64",
    "Darwin, aarch64, macos-aarch64",
    "Windows 11, amd64, windows-x86_64"
  })
  void aPlatformHasOneName(String system, String processor, String word) {
    assertThat(Platform.word(system, processor)).isEqualTo(word);
  }

  @Test
  void withoutAWordItIsThisMachineAndItsJdk() {
    DistributionOrder order = DistributionOrder.of(null, null);

    assertThat(order.isOfThisMachine()).isTrue();
    assertThat(order.jdk()).isEqualTo(Path.of(System.getProperty("java.home")));
    assertThat(order.runtime().line(target))
        .startsWith(Path.of(System.getProperty("java.home"), "bin", "jlink").toString())
        .contains("--generate-cds-archive")
        .doesNotContain("--module-path");
  }

  @Test
  void anotherPlatformTakesItsModules() throws IOException {
    Path modules = Files.createDirectories(jdk.resolve("jmods"));
    release(OTHER, FEATURE + ".0.9");
    DistributionOrder order = DistributionOrder.of(OTHER.word(), jdk);

    assertThat(order.isOfThisMachine()).isFalse();
    assertThat(order.runtime().line(target))
        .containsSequence("--module-path", modules.toString())
        .containsSequence("--exclude-files", "**.debuginfo,**.diz,**.dSYM/**")
        .doesNotContain("--generate-cds-archive");
  }

  @Test
  void whatIsMissingForAnotherPlatformIsNamed() {
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), null))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("name its folder with --jdk");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk.resolve("none")))
        .hasMessageContaining("there is no folder");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage(jdk + " is no JDK: it has no file release");
    assertThatThrownBy(() -> DistributionOrder.of("plan9-mips", null))
        .isInstanceOf(Misuse.class)
        .hasMessageStartingWith("--platform takes one of linux-x86_64, linux-aarch64, ");
  }

  @Test
  void aRuntimeOfAnotherPlatformIsNoJdkToMakeOneOf() throws IOException {
    release(OTHER, FEATURE + ".0.9");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk).runtime().line(target))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("has no folder jmods");
  }

  @Test
  void aJdkOfAThirdPlatformIsRefused() throws IOException {
    release(Platform.here(), FEATURE + ".0.9");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage(
            "%s is a JDK of %s, and archives for %s need one of that platform",
            jdk, Platform.here().word(), OTHER.word());
  }

  @Test
  void aJdkOfAnotherVersionIsRefused() throws IOException {
    release(OTHER, "22.0.1");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk))
        .isInstanceOf(CommandRefusal.class)
        .hasMessage(
            "%s is a JDK 22.0.1, and the jlink that runs here makes runtimes of a JDK %d",
            jdk, FEATURE);
  }

  private void release(Platform platform, String version) throws IOException {
    String[] word = platform.word().split("-");
    Files.writeString(
        jdk.resolve("release"),
        "JAVA_VERSION=\"%s\"\nOS_ARCH=\"%s\"\nOS_NAME=\"%s\"\n"
            .formatted(version, word[1], word[0].equals("macos") ? "Darwin" : "Linux"));
  }

  @Test
  void anArchiveIsCalledAfterAllThatItDependsOn() {
    assertThat(new Distribution("1.2", DistributionRole.WORKER, Platform.LINUX_AARCH64).name())
        .isEqualTo("edge-1.2-worker-linux-aarch64");
  }
}
