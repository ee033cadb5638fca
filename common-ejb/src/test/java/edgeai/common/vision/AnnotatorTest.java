package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteIndexer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnnotatorTest {

  private static final int GREY = 0x727272;

  @ParameterizedTest
  @CsvSource({"person, 0xd55e00", "car, 0x0072b2", "truck, 0x56b4e9"})
  void theEdgeOfABoxHasTheColourOfItsClass(String label, String colour) {
    try (Picture picture = Picture.filled(640, 480, GREY)) {
      Annotator.draw(picture, List.of(seen(label, new Box(200, 150, 400, 350))));

      int rgb = Integer.decode(colour);
      assertThat(rgb(picture, 300, 350)).isEqualTo(rgb);
      assertThat(rgb(picture, 200, 250)).isEqualTo(rgb);
      assertThat(rgb(picture, 400, 250)).isEqualTo(rgb);
      assertThat(rgb(picture, 300, 250)).isEqualTo(GREY);
      assertThat(rgb(picture, 300, 360)).isEqualTo(GREY);
    }
  }

  @Test
  void theLabelStandsAboveTheBox() {
    try (Picture picture = Picture.filled(640, 480, GREY)) {
      Annotator.draw(picture, List.of(seen("car", new Box(200, 150, 400, 350))));

      assertThat(rgb(picture, 201, 145)).isEqualTo(0x0072b2);
      assertThat(rgb(picture, 201, 160)).isNotEqualTo(0xffffff);
    }
  }

  @Test
  void theLabelMovesInsideAtTheUpperAndRightEdge() {
    try (Picture picture = Picture.filled(640, 480, GREY)) {
      Annotator.draw(picture, List.of(seen("car", new Box(630, 0, 640, 200))));

      assertThat(rgb(picture, 637, 1)).isEqualTo(0x0072b2);
      assertThat(rgb(picture, 600, 1)).isEqualTo(0x0072b2);
    }
  }

  @Test
  void theSurestLabelIsOnTop() {
    try (Picture picture = Picture.filled(640, 480, GREY)) {
      Box box = new Box(200, 150, 400, 350);
      Annotator.draw(
          picture, List.of(new Detection("car", 0.9, box), new Detection("bus", 0.5, box)));

      assertThat(rgb(picture, 300, 350)).isEqualTo(0x0072b2);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 500", "500, 3", "20, 20", "3840, 2160"})
  void drawsOnPicturesOfAnySize(int width, int height) {
    try (Picture picture = Picture.filled(width, height, GREY)) {
      List<Detection> everywhere =
          List.of(
              seen("a rather long label for a very small picture", new Box(0, 0, width, height)),
              seen("日本", new Box(width, height, width, height)),
              seen("car", new Box(0, 0, 0, 0)));

      assertThatCode(() -> Annotator.draw(picture, everywhere)).doesNotThrowAnyException();
      assertThat(picture.width()).isEqualTo(width);
      assertThat(rgb(picture, 0, height - 1)).isNotEqualTo(GREY);
    }
  }

  @Test
  void nothingSeenLeavesThePictureAsItIs() {
    try (Picture picture = Picture.filled(8, 8, GREY)) {
      Annotator.draw(picture, List.of());

      assertThat(rgb(picture, 4, 4)).isEqualTo(GREY);
    }
  }

  @ParameterizedTest
  @CsvSource({"640, 360", "1, 1", "64, 1000"})
  void thePlaceholderIsDarkAndOfTheWantedSize(int width, int height) throws Exception {
    byte[] jpeg = Annotator.placeholder(width, height, "Waiting for the first frame");

    try (Picture picture = Picture.decode(jpeg, 1_000_000)) {
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      assertThat(rgb(picture, 0, 0) >> 16).isLessThan(40);
    }
  }

  @ParameterizedTest
  @CsvSource({"0x0072b2, 0xffffff", "0xf0e442, 0x000000", "0x000000, 0xffffff"})
  void lettersStandOutFromTheirPlate(String plate, String letters) {
    assertThat(ClassColours.textOn(Integer.decode(plate))).isEqualTo(Integer.decode(letters));
  }

  private static Detection seen(String label, Box box) {
    return new Detection(label, 0.89, box);
  }

  private static int rgb(Picture picture, int x, int y) {
    try (UByteIndexer pixels = picture.pixels().createIndexer()) {
      return pixels.get(y, x, 2) << 16 | pixels.get(y, x, 1) << 8 | pixels.get(y, x, 0);
    }
  }
}
