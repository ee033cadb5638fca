package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import edgeai.settings.Tiles;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileGridTest {
  @ParameterizedTest
  @CsvSource({
    "TWO, 1280, 720",
    "SIX, 1280, 720",
    "SIX, 1920, 1080",
    "SIX, 333, 1001",
    "TWO, 5, 3",
    "SIX, 1, 1",
    "WHOLE, 640, 480"
  })
  void tilesOfOneSizeCoverThePictureToItsEdges(Tiles tiles, int width, int height) {
    List<Tile> all = TileGrid.of(tiles).over(width, height);

    assertThat(all).hasSize(tiles.columns() * tiles.rows());
    assertThat(all).extracting(Tile::width, Tile::height).containsOnly(sizeOf(all.get(0)));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        assertThat(isIn(all, x, y)).as("%d, %d", x, y).isTrue();
      }
    }
    assertThat(all)
        .allSatisfy(
            tile -> {
              assertThat(tile.x()).isBetween(0, width - tile.width());
              assertThat(tile.y()).isBetween(0, height - tile.height());
            });
  }

  private static Tuple sizeOf(Tile tile) {
    return Tuple.tuple(tile.width(), tile.height());
  }

  private static boolean isIn(List<Tile> tiles, int x, int y) {
    return tiles.stream()
        .anyMatch(
            tile ->
                x >= tile.x()
                    && x < tile.x() + tile.width()
                    && y >= tile.y()
                    && y < tile.y() + tile.height());
  }

  @Test
  void neighboursShareAFifth() {
    List<Tile> tiles = TileGrid.of(Tiles.SIX).over(2600, 1800);

    assertThat(tiles).extracting(Tile::x).containsExactly(0, 800, 1600, 0, 800, 1600);
    assertThat(tiles).extracting(Tile::y).containsExactly(0, 0, 0, 800, 800, 800);
    assertThat(tiles).extracting(Tile::width, Tile::height).containsOnly(sizeOf(tiles.get(0)));
    assertThat(tiles.get(0).width()).isEqualTo(1000);
    assertThat(tiles.get(0).height()).isEqualTo(1000);
  }

  @ParameterizedTest
  @CsvSource({
    "TWO, 300, 300, 1280, 720",
    "SIX, 300, 300, 1280, 720",
    "SIX, 640, 640, 1920, 1080",
    "SIX, 640, 384, 3840, 2160",
    "TWO, 416, 416, 1279, 717",
    "SIX, 320, 320, 1080, 1920",
    "SIX, 299, 299, 1918, 1078"
  })
  void aFrameThatIsMadeAsLargeAsTilesCanUseIsNotScaledAgain(
      Tiles tiles, int inputWidth, int inputHeight, int width, int height) {
    TileGrid grid = TileGrid.of(tiles);
    LetterboxGeometry frame = grid.ofFrame(inputWidth, inputHeight).fit(width, height);

    for (Tile tile : grid.over(frame.scaledWidth(), frame.scaledHeight())) {
      LetterboxGeometry fit =
          LetterboxGeometry.fit(tile.width(), tile.height(), inputWidth, inputHeight);
      assertThat(fit.scaledWidth()).isEqualTo(tile.width());
      assertThat(fit.scaledHeight()).isEqualTo(tile.height());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // of a network of 300x300
    "320, 240, 300, WHOLE",
    "640, 480, 300, WHOLE",
    "768, 432, 300, TWO",
    "1280, 720, 300, TWO",
    "1920, 1080, 300, SIX",
    "810, 1080, 300, SIX",
    "1080, 1920, 300, SIX",
    // of a network of 640x640
    "1280, 720, 640, WHOLE",
    "1920, 1080, 640, TWO",
    "2560, 1440, 640, TWO",
    "3840, 2160, 640, SIX",
    "3840, 1080, 640, SIX",
    // so tall that only parts below each other help, which few columns do not have
    "100, 10000, 640, SIX",
    "10000, 100, 640, SIX",
    "1, 1, 640, WHOLE"
  })
  void automaticallyTheCoarsestByWhichEnoughIsSeen(int width, int height, int input, Tiles taken) {
    assertThat(TileGrid.choose(Tiles.AUTO, width, height, input, input)).isEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({"WHOLE", "TWO", "SIX"})
  void whatIsNamedIsTakenWhateverTheSize(Tiles tiles) {
    assertThat(TileGrid.choose(tiles, 3840, 2160, 300, 300)).isEqualTo(tiles);
    assertThat(TileGrid.choose(tiles, 2, 2, 300, 300)).isEqualTo(tiles);
  }

  @Test
  void whatIsNotChosenYetIsNoGrid() {
    assertThatIllegalArgumentException().isThrownBy(() -> TileGrid.of(Tiles.AUTO));
  }
}
