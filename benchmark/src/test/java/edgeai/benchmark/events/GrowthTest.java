package edgeai.benchmark.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowthTest {

  @ParameterizedTest
  @CsvSource({
    "10000, 10 thousand rows",
    "100000, 100 thousand rows",
    "1000000, a million rows",
    "10000000, 10 million rows"
  })
  void numbersInWords(long rows, String words) {
    assertThat(Growth.words(rows)).isEqualTo(words);
  }
}
