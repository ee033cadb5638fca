package edgeai.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {
  @ParameterizedTest
  @CsvSource({"1x1, WHOLE, 1, 1", "2X1, TWO, 2, 1", "' 3x2 ', SIX, 3, 2", "Auto, AUTO, 0, 0"})
  void theListIsRead(String text, Tiles expected, int columns, int rows) {
    Tiles tiles = Tiles.of(text).orElseThrow();

    assertThat(tiles).isEqualTo(expected);
    assertThat(tiles.columns()).isEqualTo(columns);
    assertThat(tiles.rows()).isEqualTo(rows);
    assertThat(Tiles.of(tiles.written())).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "2x2", "1x2", "3 x 2", "-3x2", "100x100", "off", "3x2x1"})
  void whatIsNotOnTheListIsNone(String text) {
    assertThat(Tiles.of(text)).isEmpty();
  }

  @Test
  void onlyOneIsNotCut() {
    assertThat(Tiles.values()).filteredOn(Tiles::isWhole).containsExactly(Tiles.WHOLE);
  }
}
