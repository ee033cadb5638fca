package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SkipStillTest {
  @ParameterizedTest
  @CsvSource({"Safe, safe, 0.08", "fast, fast, 0.16", "0, 0, 0", "1, 1, 1", "0.50, 0.5, 0.5"})
  void namesAndNumbersAreGates(String text, String written, double gate) {
    SkipStill option = SkipStill.of(text).orElseThrow();

    assertThat(option).isEqualTo(new SkipStill(written, gate));
    assertThat(option.isOff()).isFalse();
    assertThat(SkipStill.of(option.written())).contains(option);
  }

  @Test
  void offIsNoGate() {
    assertThat(SkipStill.of(" OFF ")).contains(SkipStill.OFF);
    assertThat(SkipStill.OFF.isOff()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "NaN", "-0.01", "1.01", "safer"})
  void whatElseIsWrittenIsNoGate(String text) {
    assertThat(SkipStill.of(text)).isEmpty();
  }
}
