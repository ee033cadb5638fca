package edgeai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  private static final List<String> KNOWN = List.of("kernels", "peers", "long");
  private static final List<String> USUAL = List.of("kernels", "peers");
  private static final List<String> QUICK = List.of("kernels");

  @Test
  void allBenchmarksWhereNoneIsNamed() throws MisuseException {
    Options options = Options.parse(List.of(), KNOWN, USUAL, QUICK);

    assertThat(options.names()).isEqualTo(USUAL);
    assertThat(options.json()).isEmpty();
    assertThat(options.quick()).isFalse();
    assertThat(options.all()).isFalse();
  }

  @Test
  void onlyQuickBenchmarksInAQuickRunWhereNoneIsNamed() throws MisuseException {
    assertThat(Options.parse(List.of("--quick"), KNOWN, USUAL, QUICK).names()).isEqualTo(QUICK);
    assertThat(Options.parse(List.of("--all"), KNOWN, USUAL, QUICK).names()).isEqualTo(KNOWN);
  }

  @Test
  void namesAndOptionsInAnyOrder() throws MisuseException {
    Options options =
        Options.parse(
            List.of("--quick", "peers", "--json", "a b.json", "peers"), KNOWN, USUAL, QUICK);

    assertThat(options.names()).containsExactly("peers");
    assertThat(options.json()).contains(Path.of("a b.json"));
    assertThat(options.quick()).isTrue();
  }

  @Test
  void everythingWhereAllIsWanted() throws MisuseException {
    Options options = Options.parse(List.of("--all"), KNOWN, USUAL, QUICK);

    assertThat(options.all()).isTrue();
    assertThat(options.quick()).isFalse();
  }

  @Test
  void lessAndMoreAtOnceAreRefused() {
    assertThatThrownBy(
            () -> Options.parse(List.of("--all", "kernels", "--quick"), KNOWN, USUAL, QUICK))
        .isInstanceOf(MisuseException.class)
        .hasMessage("bench takes --quick or --all, not both");
  }

  @Test
  void anUnknownNameIsToldTheKnownOnes() {
    assertThatThrownBy(() -> Options.parse(List.of("peer"), KNOWN, USUAL, QUICK))
        .isInstanceOf(MisuseException.class)
        .hasMessage("there is no benchmark peer, only kernels, peers, long");
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatThrownBy(() -> Options.parse(List.of("--fast"), KNOWN, USUAL, QUICK))
        .isInstanceOf(MisuseException.class)
        .hasMessage("bench has no option --fast");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--json --quick", "--json "})
  void jsonWithoutAFileIsRefused(String line) {
    assertThatThrownBy(() -> Options.parse(List.of(line.split(" ", 2)), KNOWN, USUAL, QUICK))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("--json takes the name of a file");
  }
}
