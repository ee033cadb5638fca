package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.FILLED;
import static org.bytedeco.opencv.global.opencv_imgproc.LINE_8;
import static org.bytedeco.opencv.global.opencv_imgproc.rectangle;

import edgeai.common.fixture.BlobModel;
import edgeai.common.fixture.BlobScene;
import edgeai.common.fixture.BlobScene.Blob;
import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import edgeai.settings.Tiles;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A frame of 1664x936, of which each of six tiles is as wide as the model's input. */
class TiledDetectorTest {
  private static final int WIDTH = 1664;
  private static final int HEIGHT = 936;
  private static final int SIDE = 64;

  /** What a tile's input has above the tile, which is 520 rows high. */
  private static final int PAD = 60;

  @TempDir private static Path folder;
  private static Detector detector;

  @BeforeAll
  static void open() throws Exception {
    Path model = BlobModel.standard().write(folder.resolve("blobs.onnx"));
    detector = Detector.open(model, new DetectorOptions("cpu", 1, 1));
  }

  @AfterAll
  static void close() {
    detector.close();
  }

  @Test
  void aSmallThingThatIsLostInTheWholeIsFoundByItsOwnPixels() {
    Tile tile = TileGrid.of(Tiles.SIX).over(WIDTH, HEIGHT).get(4);
    int x = tile.x() + 320;
    int y = tile.y() + 256 - PAD;
    try (Picture picture = frame(x, y, SIDE)) {
      assertThat(detector.infer(picture, Tiles.WHOLE, 0.4).detections()).isEmpty();
      assertThat(detector.infer(picture, Tiles.SIX, 0.4).detections())
          .singleElement()
          .satisfies(found -> assertIs(found, x, y, SIDE));
      assertThat(detector.infer(pixels(picture, WIDTH, HEIGHT, Tiles.SIX), 0.4).detections())
          .isEqualTo(detector.infer(picture, Tiles.SIX, 0.4).detections());
    }
  }

  @Test
  void whatTwoTilesSeeIsTheOneThingItIs() {
    List<Tile> tiles = TileGrid.of(Tiles.SIX).over(WIDTH, HEIGHT);
    // 512 columns from tile to tile, which is sixteen times what the model's places are apart
    assertThat(tiles.get(1).x() - tiles.get(0).x()).isEqualTo(512);
    int x = tiles.get(1).x() + 32;
    int y = 256 - PAD;
    try (Picture picture = frame(x, y, SIDE)) {
      assertThat(detector.infer(picture, Tiles.SIX, 0.4).detections())
          .singleElement()
          .satisfies(found -> assertIs(found, x, y, SIDE));
    }
  }

  @Test
  void boxesAreInPixelsOfTheFrameThatWasMadeSmaller() {
    Tile tile = TileGrid.of(Tiles.SIX).over(WIDTH, HEIGHT).get(5);
    int x = tile.x() + 320;
    int y = tile.y() + 256 - PAD;
    try (Picture picture = frame(x, y, SIDE)) {
      PixelPicture ofLarger = pixels(picture, 2 * WIDTH, 2 * HEIGHT, Tiles.SIX);

      assertThat(detector.infer(ofLarger, 0.4).detections())
          .singleElement()
          .satisfies(found -> assertIs(found, 2 * x, 2 * y, 2 * SIDE));
    }
  }

  @ParameterizedTest
  @EnumSource(Tiles.class)
  void whatFillsAGoodPartIsFoundOnceWhateverTheTiles(Tiles tiles) throws Exception {
    BlobModel model = BlobModel.standard();
    BlobScene empty = BlobScene.picture(model, WIDTH, HEIGHT, List.of());
    BlobScene scene =
        BlobScene.picture(
            model,
            WIDTH,
            HEIGHT,
            List.of(
                new Blob("car", empty.firstColumn() + 8, empty.firstRow() + 4),
                new Blob("bus", empty.lastColumn(), empty.lastRow())));

    EncodedPicture encoded = EncodedPicture.of(scene.png()).cut(tiles);
    try (Picture picture = detector.decode(encoded, 10_000_000)) {
      List<Detection> found = detector.infer(picture, tiles, 0.5).detections();

      // this model sees small squares in large ones as well
      assertThat(found)
          .filteredOn(one -> one.box().x2() - one.box().x1() > 100)
          .extracting(Detection::box)
          .containsExactlyInAnyOrderElementsOf(scene.boxes());
    }
  }

  @Test
  void automaticallyIsWhatItsChoiceIs() {
    try (Picture picture = frame(640, 400, 166)) {
      assertThat(TileGrid.choose(Tiles.AUTO, WIDTH, HEIGHT, 640, 640)).isEqualTo(Tiles.TWO);
      assertThat(detector.infer(picture, Tiles.AUTO, 0.2).detections())
          .isEqualTo(detector.infer(picture, Tiles.TWO, 0.2).detections());
    }
  }

  @Test
  void theTimeIsThatOfTheWholeFrame() {
    try (Picture picture = frame(640, 400, 166)) {
      detector.infer(picture, Tiles.SIX, 0.4);
      Inference six = detector.infer(picture, Tiles.SIX, 0.4);
      Inference one = detector.infer(picture, Tiles.WHOLE, 0.4);

      assertThat(six.inferNanos()).isGreaterThan(one.inferNanos());
      assertThat(six.letterboxNanos()).isPositive();
      assertThat(six.suppressNanos()).isPositive();
    }
  }

  @Test
  void aTinyPictureIsCutAsWell() {
    PixelPicture pixel = new PixelPicture(new byte[3], 1, 1, 1, 1, Tiles.SIX);

    assertThat(detector.infer(pixel, 0.4).detections()).isEmpty();
  }

  private static void assertIs(Detection found, int x, int y, int side) {
    assertThat(found.label()).isEqualTo("car");
    assertThat(found.box()).isEqualTo(new Box(x, y, x + side, y + side));
  }

  /** Grey, with a square in the colour of a car. */
  private static Picture frame(int x, int y, int side) {
    Mat pixels = new Mat(HEIGHT, WIDTH, CV_8UC3, Scalar.all(0x72));
    BufferedImage colour = BlobScene.picture(640, 640, List.of(new Blob("car", 0, 0))).image();
    byte[] bgr = ((DataBufferByte) colour.getRaster().getDataBuffer()).getData();
    rectangle(
        pixels,
        new Rect(x, y, side, side),
        new Scalar(bgr[0] & 0xff, bgr[1] & 0xff, bgr[2] & 0xff, 0),
        FILLED,
        LINE_8,
        0);
    return Picture.adopt(pixels);
  }

  private static PixelPicture pixels(Picture picture, int width, int height, Tiles tiles) {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    picture.pixels().data().get(bgr);
    return new PixelPicture(bgr, WIDTH, HEIGHT, width, height, tiles);
  }
}
