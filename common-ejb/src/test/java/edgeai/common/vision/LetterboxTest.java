package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;
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
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT, InputForm.USUAL);
        Picture picture = Picture.filled(128, 64, 0xff8000)) {
      letterbox.fill(picture);

      assertThat(pixel(0, 31, 15)).isEqualTo(1, EXACTLY);
      assertThat(pixel(1, 31, 15)).isEqualTo(0x80 / 255f, EXACTLY);
      assertThat(pixel(2, 31, 15)).isEqualTo(0, EXACTLY);
    }
  }

  @Test
  void padsWithGreyAfterAPictureOfAnotherShapeToo() {
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT, InputForm.USUAL);
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
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT, InputForm.USUAL);
        Picture picture = Picture.filled(1, 1, 0xffffff)) {
      assertOnlyThePictureIsWhite(letterbox.fill(picture));
    }
  }

  @Test
  void pixelsThatFitAreTakenAsTheyAre() {
    byte[] bgr = new byte[3 * 40 * HEIGHT];
    new Random(7).nextBytes(bgr);
    PixelPicture picture = new PixelPicture(bgr, 40, HEIGHT, 500, 400);
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT, InputForm.USUAL)) {
      LetterboxGeometry fit = letterbox.fill(picture);

      assertThat(fit).isEqualTo(LetterboxGeometry.fit(500, 400, WIDTH, HEIGHT));
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < 40; x++) {
          for (int plane = 0; plane < 3; plane++) {
            int value = bgr[3 * (y * 40 + x) + 2 - plane] & 255;
            assertThat(pixel(plane, x + fit.padX(), y)).isEqualTo(value / 255f, EXACTLY);
          }
        }
      }
      assertThat(pixel(0, 0, 0)).isEqualTo(114 / 255f, EXACTLY);
    }
  }

  @Test
  void pixelsOfAnotherSizeAreScaledAsAPictureIs() {
    byte[] white = new byte[3 * 400 * 20];
    Arrays.fill(white, (byte) 255);
    try (Letterbox letterbox = new Letterbox(input, WIDTH, HEIGHT, InputForm.USUAL)) {
      assertOnlyThePictureIsWhite(letterbox.fill(new PixelPicture(white, 400, 20, 400, 20)));
      assertOnlyThePictureIsWhite(letterbox.fill(new PixelPicture(white, 400, 20, 800, 40)));
    }
  }

  @Test
  void bytesThatAreNotAsManyAsThePixelsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PixelPicture(new byte[5], 1, 2, 1, 2))
        .withMessage("5 bytes are no picture of 1x2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PixelPicture(new byte[0], 0, 2, 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PixelPicture(new byte[3 << 20], 1 << 20, 1 << 20, 1, 2));
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
