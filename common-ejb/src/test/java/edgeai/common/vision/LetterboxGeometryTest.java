package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import edgeai.common.wire.Box;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LetterboxGeometryTest {

  // the columns on the right are what Ultralytics 8.4's LetterBox makes of the left ones
  @ParameterizedTest
  @CsvSource({
    "640,  640,  640, 640, 640, 640,   0,   0",
    "1280, 720,  640, 640, 640, 360,   0, 140",
    "810,  1080, 640, 640, 480, 640,  80,   0",
    "7680, 4320, 640, 640, 640, 360,   0, 140",
    "1,    1,    640, 640, 640, 640,   0,   0",
    "641,  479,  640, 640, 640, 478,   0,  81",
    "333,  777,  640, 640, 274, 640, 183,   0",
    "100,  99,   640, 640, 640, 634,   0,   3",
    "641,  640,  640, 640, 640, 639,   0,   0",
    "5000, 2,    640, 640, 640,   1,   0, 319",
    "1280, 720,  640, 384, 640, 360,   0,  12",
    "720,  1280, 320, 640, 320, 569,   0,  35",
    "1920, 1080, 32,   32,  32,  18,   0,   7",
  })
  void fitsAsTheReference(
      int width,
      int height,
      int inputWidth,
      int inputHeight,
      int scaledWidth,
      int scaledHeight,
      int padX,
      int padY) {
    LetterboxGeometry fit = LetterboxGeometry.fit(width, height, inputWidth, inputHeight);

    assertThat(fit.scaledWidth()).isEqualTo(scaledWidth);
    assertThat(fit.scaledHeight()).isEqualTo(scaledHeight);
    assertThat(fit.padX()).isEqualTo(padX);
    assertThat(fit.padY()).isEqualTo(padY);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void liesInsideTheInputAndTouchesTwoOppositeEdges(int width, int height) {
    LetterboxGeometry fit = LetterboxGeometry.fit(width, height, 640, 480);

    assertThat(fit.scaledWidth()).isBetween(1, 640);
    assertThat(fit.scaledHeight()).isBetween(1, 480);
    assertThat(fit.padX() + fit.scaledWidth()).isLessThanOrEqualTo(640);
    assertThat(fit.padY() + fit.scaledHeight()).isLessThanOrEqualTo(480);
    assertThat(fit.scaledWidth() == 640 || fit.scaledHeight() == 480).isTrue();
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void theWholeInputIsTheWholePicture(int width, int height) {
    LetterboxGeometry fit = LetterboxGeometry.fit(width, height, 640, 480);

    assertThat(fit.toSource(320, 240, 640, 480)).isEqualTo(new Box(0, 0, width, height));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void aBoxComesBackWithinAPixel(int width, int height) {
    LetterboxGeometry fit = LetterboxGeometry.fit(width, height, 640, 480);
    int right = Math.max(1, width / 2);
    int bottom = Math.max(1, height / 3);
    double boxWidth = right * fit.scale();
    double boxHeight = bottom * fit.scale();

    Box box =
        fit.toSource(fit.padX() + boxWidth / 2, fit.padY() + boxHeight / 2, boxWidth, boxHeight);

    assertThat(box).isEqualTo(new Box(0, 0, right, bottom));
  }

  @Test
  void cutsOffToWholePixels() {
    LetterboxGeometry same = LetterboxGeometry.fit(640, 640, 640, 640);

    assertThat(same.toSource(100.45, 100.45, 99, 99)).isEqualTo(new Box(50, 50, 149, 149));
  }

  @Test
  void whatIsOutsideIsClippedToTheEdge() {
    LetterboxGeometry wide = LetterboxGeometry.fit(1280, 720, 640, 640);

    assertThat(wide.toSource(-50, 20, 10, 10)).isEqualTo(new Box(0, 0, 0, 0));
    assertThat(wide.toSource(10_000, 639, 10, 10)).isEqualTo(new Box(1280, 720, 1280, 720));
  }

  static Stream<Arguments> sizes() {
    Random random = new Random(7);
    return IntStream.range(0, 60)
        .mapToObj(i -> arguments(1 + random.nextInt(8000), 1 + random.nextInt(5000)));
  }
}
