package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.settings.Tiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On a picture of 1800x1000 pixels: each tile's input is as large as the tile. */
class TiledObjectsTest {
  private static final int WIDTH = 1800;
  private static final int HEIGHT = 1000;
  private static final int PERSON = 0;
  private static final int CAR = 2;

  /** Of two: 0 to 1000 and 800 to 1800. */
  private static final List<Tile> TWO = TileGrid.of(Tiles.TWO).over(WIDTH, HEIGHT);

  private static final Tile ALL = Tile.whole(WIDTH, HEIGHT);

  private final TiledObjects objects = new TiledObjects();

  @Test
  void whatTwoTilesSeeWholeIsOneAndTheSurerCounts() {
    see(TWO.get(0), CAR, 0.8f, 850, 400, 950, 500);
    see(TWO.get(1), CAR, 0.9f, 852, 398, 955, 503);

    assertFound("2 0.90 852 398 955 503");
  }

  @Test
  void aPartGivesWayToTheWholeEvenWhereItIsSurer() {
    see(TWO.get(0), CAR, 0.6f, 700, 400, 900, 500);
    see(TWO.get(1), CAR, 0.9f, 803, 401, 901, 499);

    assertFound("2 0.60 700 400 900 500");
  }

  @Test
  void whatNoTileSeesWholeIsOneObject() {
    see(TWO.get(0), CAR, 0.7f, 600, 400, 998, 600);
    see(TWO.get(1), CAR, 0.8f, 802, 405, 1300, 597);

    assertFound("2 0.80 600 400 1300 600");
  }

  @Test
  void thePictureAsOneTellsOfWhatIsCutInAllTiles() {
    see(TWO.get(0), CAR, 0.9f, 300, 300, 999, 800);
    see(TWO.get(1), CAR, 0.9f, 801, 310, 1500, 790);
    see(ALL, CAR, 0.5f, 305, 295, 1510, 805);

    assertFound("2 0.50 305 295 1510 805");
  }

  @Test
  void aLargeObjectOverSixTilesIsOne() {
    Area object = new Area(100, 80, 1700, 930);
    for (Tile tile : TileGrid.of(Tiles.SIX).over(WIDTH, HEIGHT)) {
      Area part = object.shared(tile.area());
      see(tile, CAR, 0.9f, part.left(), part.top(), part.right(), part.bottom());
    }

    assertFound("2 0.90 100 80 1700 930");
  }

  @Test
  void twoSideBySideStayTwoEachSeenTwice() {
    for (Tile tile : TWO) {
      see(tile, PERSON, 0.9f, 830, 400, 880, 560);
      see(tile, PERSON, 0.8f, 870, 402, 930, 565);
    }

    assertFound("0 0.90 830 400 880 560", "0 0.80 870 402 930 565");
  }

  @Test
  void twoOneBehindTheOtherOnTheSeamStayTwo() {
    see(TWO.get(0), CAR, 0.9f, 600, 300, 999, 500);
    see(TWO.get(1), CAR, 0.9f, 801, 300, 1200, 500);
    see(TWO.get(0), CAR, 0.8f, 650, 600, 998, 800);
    see(TWO.get(1), CAR, 0.8f, 802, 605, 1150, 803);

    assertFound("2 0.90 600 300 1200 500", "2 0.80 650 600 1150 803");
  }

  @Test
  void partsOfDifferentObjectsOnTheSeamAreNotJoined() {
    see(TWO.get(0), CAR, 0.9f, 600, 300, 999, 400);
    see(TWO.get(1), CAR, 0.8f, 801, 700, 1200, 800);

    assertFound("2 0.90 600 300 999 400", "2 0.80 801 700 1200 800");
  }

  @Test
  void whatSomebodySeesWholeStaysBesideALargerOneItStandsBefore() {
    see(TWO.get(0), CAR, 0.9f, 200, 100, 950, 700);
    see(TWO.get(1), CAR, 0.7f, 840, 500, 900, 560);

    assertFound("2 0.90 200 100 950 700", "2 0.70 840 500 900 560");
  }

  @Test
  void classesAreApart() {
    see(TWO.get(0), CAR, 0.9f, 700, 400, 900, 500);
    see(TWO.get(1), PERSON, 0.5f, 801, 400, 900, 500);

    assertFound("2 0.90 700 400 900 500", "0 0.50 801 400 900 500");
  }

  @Test
  void theEdgeOfThePictureCutsNothing() {
    see(TWO.get(0), CAR, 0.9f, 0, 0, 300, 200);
    see(TWO.get(1), CAR, 0.9f, 1500, 800, 1800, 1000);

    assertThat(TWO.get(0).cuts(new Area(0, 0, 300, 200))).isFalse();
    assertThat(TWO.get(0).cuts(new Area(500, 0, 990, 200))).isTrue();
    assertThat(TWO.get(1).cuts(new Area(500, 0, 990, 200))).isTrue();
    assertFound("2 0.90 0 0 300 200", "2 0.90 1500 800 1800 1000");
  }

  @Test
  void theOrderInWhichTilesAreSeenChangesNothing() {
    Random random = new Random(7);
    List<Tile> tiles = new ArrayList<>(TileGrid.of(Tiles.SIX).over(WIDTH, HEIGHT));
    tiles.add(ALL);
    Map<Tile, List<Candidate>> sightings = new HashMap<>();
    for (int i = 0; i < 200; i++) {
      Tile tile = tiles.get(random.nextInt(tiles.size()));
      float width = 100 + random.nextInt(300);
      float height = 100 + random.nextInt(300);
      float cx = random.nextInt(tile.width());
      float cy = random.nextInt(tile.height());
      sightings
          .computeIfAbsent(tile, any -> new ArrayList<>())
          .add(new Candidate(random.nextInt(3), random.nextFloat(), cx, cy, width, height));
    }
    List<String> first = null;
    for (int shuffle = 0; shuffle < 5; shuffle++) {
      TiledObjects shuffled = new TiledObjects();
      tiles.forEach(tile -> shuffled.add(tile, sightings.get(tile), own(tile)));
      List<String> merged = shuffled.merged().stream().map(TiledObjectsTest::text).toList();
      first = first == null ? merged : first;
      assertThat(merged).isEqualTo(first);
      Collections.shuffle(tiles, random);
      sightings.values().forEach(found -> Collections.shuffle(found, random));
    }
    assertThat(first).hasSizeBetween(10, 190);
  }

  @Test
  void aPictureOfAFewPixelsHasTilesInTheSamePlace() {
    for (Tile tile : TileGrid.of(Tiles.SIX).over(1, 1)) {
      see(tile, CAR, 0.9f, 0, 0, 1, 1);
    }

    assertFound("2 0.90 0 0 1 1");
  }

  @Test
  void noMoreAreKeptThanOfAWholePicture() {
    for (int i = 0; i < 400; i++) {
      double left = 4 * (i % 200);
      double top = 100 * (i / 200);
      see(TWO.get(0), CAR, 0.5f, left, top, left + 2, top + 2);
    }

    assertThat(objects.merged()).hasSize(NonMaxSuppression.MOST_KEPT);
  }

  private void see(
      Tile tile, int label, float score, double left, double top, double right, double bottom) {
    Candidate candidate =
        new Candidate(
            label,
            score,
            (float) ((left + right) / 2 - tile.x()),
            (float) ((top + bottom) / 2 - tile.y()),
            (float) (right - left),
            (float) (bottom - top));
    objects.add(tile, List.of(candidate), own(tile));
  }

  private static LetterboxGeometry own(Tile tile) {
    return LetterboxGeometry.fit(tile.width(), tile.height(), tile.width(), tile.height());
  }

  private void assertFound(String... expected) {
    assertThat(objects.merged().stream().map(TiledObjectsTest::text)).containsExactly(expected);
  }

  private static String text(TiledObjects.Seen found) {
    Area area = found.area();
    return String.format(
        Locale.ROOT,
        "%d %.2f %.0f %.0f %.0f %.0f",
        found.classIndex(),
        found.score(),
        area.left(),
        area.top(),
        area.right(),
        area.bottom());
  }
}
