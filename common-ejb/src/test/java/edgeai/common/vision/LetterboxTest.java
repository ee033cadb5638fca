package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LetterboxTest {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 32;
  private static final Offset<Float> EXACTLY = within(1e-5f);

  private final FloatBuffer input =
      ByteBuffer.allocateDirect(3 * WIDTH * HEIGHT * Float.BYTES)
          .order(ByteOrder.nativeOrder())
          .asFloatBuffer();

  @Test
  void writesRedGreenBluePlanesFromZeroToOne() {
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT);
        Picture picture = Picture.filled(128, 64, 0xff8000)) {
      letterbox.fill(picture);

      assertThat(pixel(0, 31, 15)).isEqualTo(1, EXACTLY);
      assertThat(pixel(1, 31, 15)).isEqualTo(0x80 / 255f, EXACTLY);
      assertThat(pixel(2, 31, 15)).isEqualTo(0, EXACTLY);
    }
  }

  @Test
  void padsWithGreyAfterAPictureOfAnotherShapeToo() {
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT);
        Picture wide = Picture.filled(400, 20, 0xffffff);
        Picture tall = Picture.filled(20, 400, 0xffffff)) {
      letterbox.fill(wide);
      assertOnlyThePictureIsWhite(LetterboxGeometry.fit(400, 20, WIDTH, HEIGHT));

      letterbox.fill(tall);
      assertOnlyThePictureIsWhite(LetterboxGeometry.fit(20, 400, WIDTH, HEIGHT));
    }
  }

  @Test
  void takesOnePixel() {
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT);
        Picture picture = Picture.filled(1, 1, 0xffffff)) {
      assertOnlyThePictureIsWhite(letterbox.fill(picture));
    }
  }

  private void assertOnlyThePictureIsWhite(LetterboxGeometry fit) {
    for (int plane = 0; plane < 3; plane++) {
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH; x++) {
          boolean inside =
              x >= fit.padX()
                  && x < fit.padX() + fit.scaledWidth()
                  && y >= fit.padY()
                  && y < fit.padY() + fit.scaledHeight();
          assertThat(pixel(plane, x, y)).isEqualTo(inside ? 1 : 114 / 255f, EXACTLY);
        }
      }
    }
  }

  private float pixel(int plane, int x, int y) {
    return input.get((plane * HEIGHT + y) * WIDTH + x);
  }
}
