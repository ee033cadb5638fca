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

  @TempDir Path jdk;
  private final Path target = Path.of("runtime");

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, linux-x86_64",
    "Linux, aarch64, linux-aarch64",
    "Mac OS X, aarch64, macos-aarch64",
    "Mac OS X, x86_64, macos-x86_64",
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
    DistributionOrder order = DistributionOrder.of(OTHER.word(), jdk);

    assertThat(order.isOfThisMachine()).isFalse();
    assertThat(order.runtime().line(target))
        .containsSequence("--module-path", modules.toString())
        .doesNotContain("--generate-cds-archive");
  }

  @Test
  void whatIsMissingForAnotherPlatformIsNamed() {
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), null))
        .isInstanceOf(CommandRefusal.class)
        .hasMessageContaining("name its folder with --jdk");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk.resolve("none")))
        .hasMessageContaining("there is no folder");
    assertThatThrownBy(() -> DistributionOrder.of(OTHER.word(), jdk).runtime().line(target))
        .hasMessageContaining("has no folder jmods");
    assertThatThrownBy(() -> DistributionOrder.of("plan9-mips", null))
        .isInstanceOf(Misuse.class)
        .hasMessageStartingWith("--platform takes one of linux-x86_64, linux-aarch64, ");
  }

  @Test
  void anArchiveIsCalledAfterAllThatItDependsOn() {
    assertThat(new Distribution("1.2", Role.WORKER, Platform.LINUX_AARCH64).name())
        .isEqualTo("edge-1.2-worker-linux-aarch64");
  }
}
