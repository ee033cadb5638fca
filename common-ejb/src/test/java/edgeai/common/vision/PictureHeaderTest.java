package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of picture, as other libraries write it, and what happens to broken ones. */
class PictureHeaderTest {
  private static final int WIDTH = 77;
  private static final int HEIGHT = 33;

  private static byte[] encoded(String ending, int type, int... parameters) {
    try (Scalar colour = new Scalar(30, 90, 200, 128);
        Mat pixels = new Mat(HEIGHT, WIDTH, type, colour)) {
      return EncodedPictures.as(ending, pixels, parameters);
    }
  }

  static List<byte[]> pictures() {
    int colour = opencv_core.CV_8UC3;
    return List.of(
        encoded(".jpg", colour),
        encoded(".jpg", opencv_core.CV_8UC1),
        encoded(".jpg", colour, opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1),
        encoded(".jpg", colour, opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 1),
        encoded(".png", colour),
        encoded(".png", opencv_core.CV_16UC3),
        encoded(".png", opencv_core.CV_8UC1),
        encoded(".png", opencv_core.CV_8UC4),
        encoded(".webp", colour, opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 60),
        encoded(".webp", colour, opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 101),
        encoded(".webp", opencv_core.CV_8UC4, opencv_imgcodecs.IMWRITE_WEBP_QUALITY, 60),
        encoded(".bmp", colour),
        encoded(".bmp", opencv_core.CV_8UC1),
        upsideDown(encoded(".bmp", colour)));
  }

  private static byte[] upsideDown(byte[] bmp) {
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -HEIGHT);
    return bmp;
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void tellsTheSizeThatDecodingComesTo(byte[] bytes) throws Exception {
    PictureHeader header = PictureHeader.read(bytes);
    assertThat(header.width()).isEqualTo(WIDTH);
    assertThat(header.height()).isEqualTo(HEIGHT);
    try (Picture picture = Picture.decode(bytes, WIDTH * HEIGHT)) {
      assertThat(picture.width()).isEqualTo(WIDTH);
      assertThat(picture.height()).isEqualTo(HEIGHT);
    }
  }

  @Test
  void ofAMovingWebPTheFirstPictureCounts() throws Exception {
    byte[] still = encoded(".webp", opencv_core.CV_8UC3, 64, 101);
    byte[] moving = moving(still);
    assertThat(PictureHeader.read(moving)).isEqualTo(new PictureHeader(WIDTH, HEIGHT, false));
    try (Picture picture = Picture.decode(moving, WIDTH * HEIGHT)) {
      assertThat(picture.width()).isEqualTo(WIDTH);
    }
  }

  /** An extended file with two frames, each of them the still one (RFC 9649, 2.7). */
  private static byte[] moving(byte[] still) {
    int frame = 16 + still.length - 12;
    ByteBuffer file = ByteBuffer.allocate(200 + 2 * (8 + frame + 1));
    file.order(ByteOrder.LITTLE_ENDIAN).put(ascii("RIFF")).putInt(0).put(ascii("WEBP"));
    file.put(ascii("VP8X")).putInt(10).putInt(2);
    put24(file, WIDTH - 1);
    put24(file, HEIGHT - 1);
    file.put(ascii("ANIM")).putInt(6).putInt(0).putShort((short) 0);
    for (int i = 0; i < 2; i++) {
      file.put(ascii("ANMF")).putInt(frame);
      put24(file, 0);
      put24(file, 0);
      put24(file, WIDTH - 1);
      put24(file, HEIGHT - 1);
      put24(file, 100);
      file.put((byte) 0).put(still, 12, still.length - 12);
    }
    file.putInt(4, file.position() - 8);
    return Arrays.copyOf(file.array(), file.position());
  }

  private static void put24(ByteBuffer buffer, int value) {
    buffer.put((byte) value).put((byte) (value >> 8)).put((byte) (value >> 16));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void anOldBitmapHasShortSides() throws Exception {
    ByteBuffer bmp = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put(ascii("BM")).putInt(64).putInt(0).putInt(26).putInt(12);
    bmp.putShort((short) 40_000).putShort((short) 50_000);
    assertThat(PictureHeader.read(bmp.array())).isEqualTo(new PictureHeader(40_000, 50_000, false));
  }

  @ParameterizedTest
  @CsvSource({"-2147483648, 5", "0, 5", "-7, 5", "5, 0"})
  void sidesThatAreNoneAreRefused(int height, int width) {
    byte[] bmp = encoded(".bmp", opencv_core.CV_8UC3);
    ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(18, width == 5 ? height : width);
    ByteBuffer.wrap(bmp)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(22, width == 5 ? Integer.MIN_VALUE : height);
    assertThatThrownBy(() -> PictureHeader.read(bmp))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessage("The picture's header is damaged or cut short.");
  }

  @Test
  void aJpegMayHaveBytesThatFillAndSegmentsOfAnyKind() throws Exception {
    byte[] jpeg = encoded(".jpg", opencv_core.CV_8UC3);
    ByteBuffer longer = ByteBuffer.allocate(jpeg.length + 70_010);
    longer.put(jpeg, 0, 2).put(new byte[] {-1, -1, -1, (byte) 0xE5, -1, -1}).put(new byte[65_533]);
    longer.put(new byte[] {7, 7}).put(jpeg, 2, jpeg.length - 2);
    assertThat(PictureHeader.read(longer.array()))
        .isEqualTo(new PictureHeader(WIDTH, HEIGHT, true));
  }

  @Test
  void aJpegOfNothingButMarkersEnds() {
    byte[] stuffed = new byte[3_000_000];
    for (int i = 0; i < stuffed.length; i += 2) {
      stuffed[i] = -1;
    }
    stuffed[1] = (byte) 0xd8;
    assertThatThrownBy(() -> PictureHeader.read(stuffed))
        .isInstanceOf(UnreadablePictureException.class);
  }

  /** Whatever the bytes are: a size, or the one exception that is foreseen. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void brokenHeadersAreAnsweredInOneWay(long seed) {
    Random random = new Random(seed);
    for (byte[] whole : pictures()) {
      for (int i = 0; i < 3000; i++) {
        byte[] broken = Arrays.copyOf(whole, random.nextInt(Math.min(whole.length, 120) + 1));
        for (int changes = random.nextInt(5); changes > 0 && broken.length > 0; changes--) {
          broken[random.nextInt(broken.length)] = (byte) random.nextInt();
        }
        read(broken);
      }
    }
  }

  private static void read(byte[] bytes) {
    try {
      PictureHeader header = PictureHeader.read(bytes);
      assertThat(header.width()).isPositive();
      assertThat(header.height()).isPositive();
    } catch (UnreadablePictureException e) {
      assertThat(e.getMessage()).startsWith("The ").endsWith(".");
    }
  }
}
