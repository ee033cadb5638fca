package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelAspectTest {
  @ParameterizedTest(name = "{2}x{3} of pixels {0}:{1} are shown as {4}x{5}")
  @CsvSource({
    "1, 1, 640, 480, 640, 480",
    "16, 15, 720, 576, 768, 576",
    "64, 45, 720, 576, 1024, 576",
    "40, 33, 720, 480, 873, 480",
    "8, 9, 720, 480, 720, 540",
    "4, 3, 1440, 1080, 1920, 1080",
    "1, 2, 704, 288, 704, 576",
    "2, 1, 320, 360, 640, 360",
    "0, 1, 640, 480, 640, 480",
    "0, 0, 640, 480, 640, 480",
    "1, 0, 640, 480, 640, 480",
    "-4, 3, 640, 480, 640, 480",
    "1000, 1, 640, 480, 640, 480",
    "1, 1000, 640, 480, 640, 480",
    "2147483647, 1, 640, 480, 640, 480",
    "2147483647, 2147483646, 640, 480, 640, 480",
    "8, 1, 16384, 16, 16384, 16",
    "3, 1, 1, 1, 3, 1"
  })
  void theShortSideGrows(int wide, int high, int columns, int rows, int width, int height) {
    assertThat(new PixelAspect(wide, high).squared(columns, rows))
        .isEqualTo(new PictureSize(width, height));
  }
}
