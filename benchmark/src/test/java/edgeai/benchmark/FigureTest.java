package edgeai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

  @ParameterizedTest
  @CsvSource({
    "12345.6, '12,346'",
    "99.96, 100",
    "99.94, 99.9",
    "9.996, 10.0",
    "1.234, 1.23",
    "0.0123, 0.012",
    "0, 0.000",
    "-12.34, -12.3"
  })
  void threeDigits(double number, String text) {
    assertThat(Figure.of(number).text()).isEqualTo(text);
  }

  @Test
  void whatIsMissingIsAReason() {
    assertThat(Figure.missing("cannot load").text()).isEqualTo("cannot load");
    assertThat(Figure.missing("cannot load").number()).isEmpty();
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> Figure.of(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRatioNeedsBothAndNoZero() {
    assertThat(Figure.of(3).over(Figure.of(4)).number()).hasValue(0.75);
    assertThat(Figure.of(3).over(Figure.of(0)).number()).isEmpty();
    assertThat(Figure.of(3).over(Figure.NONE).number()).isEmpty();
    assertThat(Figure.NONE.over(Figure.of(3)).number()).isEmpty();
  }

  @Test
  void theMedianIsInTheMiddle() {
    assertThat(Figure.median(List.of(9.0, 1.0, 2.0)).number()).hasValue(2);
    assertThat(Figure.median(List.of(9.0, 1.0, 2.0, 4.0)).number()).hasValue(3);
    assertThatThrownBy(() -> Figure.median(List.of())).isInstanceOf(IllegalArgumentException.class);
  }
}
