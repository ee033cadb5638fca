package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.BlobScene;
import edgeai.common.fixture.BlobScene.Blob;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final long PLENTY = 1_000_000;

  private final BlobScene scene = BlobScene.picture(320, 240, List.of(new Blob("person", 0, 3)));

  @ParameterizedTest
  @ValueSource(strings = {".jpg", ".png", ".webp", ".bmp"})
  void decodesTheUsualKinds(String ending) throws Exception {
    try (Picture original = Picture.decode(scene.png(), PLENTY);
        Picture picture = Picture.decode(EncodedPictures.as(ending, scene.png()), PLENTY)) {
      assertThat(picture.width()).isEqualTo(320);
      assertThat(picture.height()).isEqualTo(240);
      assertThat(difference(original, picture)).isLessThan(4);
    }
  }

  private static double difference(Picture one, Picture other) {
    double sum = opencv_core.norm(one.pixels(), other.pixels(), opencv_core.NORM_L1, null);
    return sum / (3.0 * one.width() * one.height());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "half a mark", "zeros", "ones", "both"})
  void aJpegWithoutItsLastTwoBytesIsAPicture(String behind) throws Exception {
    byte[] filling =
        switch (behind) {
          case "half a mark" -> new byte[] {-1};
          case "zeros" -> new byte[512];
          case "ones" -> filled(512, -1);
          case "both" -> Arrays.copyOf(filled(300, -1), 512);
          default -> new byte[0];
        };
    for (byte[] jpeg : jpegs()) {
      ByteArrayOutputStream unended = new ByteArrayOutputStream();
      unended.write(jpeg, 0, jpeg.length - 2);
      unended.writeBytes(filling);
      try (Picture original = Picture.decode(jpeg, PLENTY);
          Picture picture = Picture.decode(unended.toByteArray(), PLENTY)) {
        assertThat(difference(original, picture)).isZero();
      }
      try (Picture small = Picture.decodeFor(unended.toByteArray(), PLENTY, 80, 80)) {
        assertThat(small.pixels().cols()).isEqualTo(80);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 700})
  void aJpegThatLostMoreThanThatIsNone(int zeros) {
    List<byte[]> all = jpegs();
    for (byte[] jpeg : all) {
      for (int lost : new int[] {12, 40, jpeg.length / 10, jpeg.length / 2}) {
        byte[] cut =
            Arrays.copyOf(Arrays.copyOf(jpeg, jpeg.length - lost), jpeg.length - lost + zeros);
        assertThatThrownBy(() -> Picture.decode(cut, PLENTY))
            .as("%d lost of JPEG %d", lost, all.indexOf(jpeg))
            .isInstanceOf(UnreadablePictureException.class)
            .hasMessageContaining("cut short");
      }
    }
  }

  /** Usual, progressive, grey, with restart marks. */
  private List<byte[]> jpegs() {
    byte[] png = scene.png();
    return List.of(
        EncodedPictures.as(".jpg", png),
        EncodedPictures.as(".jpg", png, opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1),
        EncodedPictures.as(".jpg", png, opencv_imgcodecs.IMWRITE_JPEG_RST_INTERVAL, 3),
        EncodedPictures.as(".jpg", png, opencv_imgcodecs.IMWRITE_JPEG_QUALITY, 30));
  }

  private static byte[] filled(int length, int value) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  @Test
  void encodesAJpegThatDecodesAgain() throws Exception {
    try (Picture picture = Picture.decode(scene.png(), PLENTY)) {
      byte[] fine = picture.toJpeg(95);
      byte[] coarse = picture.toJpeg(20);

      assertThat(coarse).hasSizeLessThan(fine.length);
      try (Picture again = Picture.decode(fine, PLENTY)) {
        assertThat(again.width()).isEqualTo(320);
      }
    }
  }

  @Test
  void obeysTheOrientationMark() throws Exception {
    try (Picture picture = Picture.decode(turned(scene.jpeg()), PLENTY)) {
      assertThat(picture.width()).isEqualTo(240);
      assertThat(picture.height()).isEqualTo(320);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GIF89a", "<svg/>", "RIFF0000WAVE", "B", "hello, I am no picture"})
  void refusesOtherFormats(String text) {
    assertThatThrownBy(() -> Picture.decode(text.getBytes(StandardCharsets.US_ASCII), PLENTY))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageMatching("The .*(empty|of these kinds: JPEG, PNG, WebP, BMP)\\.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.9, 0.99})
  void refusesWhatIsCutShort(double part) {
    for (String ending : List.of(".jpg", ".png", ".webp", ".bmp")) {
      byte[] bytes = EncodedPictures.as(ending, scene.png());
      byte[] cut = Arrays.copyOf(bytes, Math.max(12, (int) (bytes.length * part)));

      assertThatThrownBy(() -> Picture.decode(cut, PLENTY))
          .as(ending)
          .isInstanceOf(UnreadablePictureException.class)
          .hasMessageContaining("cut short");
    }
  }

  @Test
  void refusesGarbageBehindAGoodStart() {
    byte[] garbage = new byte[500];
    Arrays.fill(garbage, (byte) 0x5a);
    System.arraycopy(scene.jpeg(), 0, garbage, 0, 4);

    assertThatThrownBy(() -> Picture.decode(garbage, PLENTY))
        .isInstanceOf(UnreadablePictureException.class);
  }

  @Test
  void refusesTooManyPixelsAndTakesJustEnough() throws Exception {
    Picture.decode(scene.jpeg(), 320 * 240).close();

    assertThatThrownBy(() -> Picture.decode(scene.jpeg(), 320 * 240 - 1))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessage("The picture has 320 x 240 pixels, more than the 76799 that are allowed.");
  }

  @Test
  void refusesAHugePictureByItsHeaderAlone() throws Exception {
    assertThatThrownBy(() -> Picture.decode(hugePngHeader(), PLENTY))
        .isInstanceOf(UnreadablePictureException.class)
        .hasMessageContaining("2000000000 x 2000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "320, 240, 320, 240, 1",
    "161, 121, 320, 240, 1",
    "160, 160, 320, 240, 2",
    "120, 160, 320, 240, 2",
    "80, 60, 320, 240, 4",
    "40, 40, 320, 240, 8",
    "1, 1, 320, 240, 8"
  })
  void aJpegIsDecodedAsFinelyAsANetworkCanUseIt(
      int inputWidth, int inputHeight, int width, int height, int reduction) throws Exception {
    try (Picture picture = Picture.decodeFor(scene.jpeg(), PLENTY, inputWidth, inputHeight)) {
      assertThat(picture.width()).isEqualTo(width);
      assertThat(picture.height()).isEqualTo(height);
      assertThat(picture.pixels().cols()).isEqualTo(width / reduction);
      assertThat(picture.pixels().rows()).isEqualTo(height / reduction);
    }
  }

  @Test
  void aReducedPictureIsTurnedAsItsOrientationSays() throws Exception {
    try (Picture picture = Picture.decodeFor(turned(scene.jpeg()), PLENTY, 100, 100)) {
      assertThat(picture.width()).isEqualTo(240);
      assertThat(picture.height()).isEqualTo(320);
      assertThat(picture.pixels().cols()).isEqualTo(120);
    }
  }

  @Test
  void aPngIsAlwaysDecodedInFull() throws Exception {
    try (Picture picture = Picture.decodeFor(scene.png(), PLENTY, 16, 16)) {
      assertThat(picture.pixels().cols()).isEqualTo(320);
    }
  }

  @Test
  void sidesThatCouldBeMistakenForEachOtherAreNotReduced() {
    assertThat(new PictureHeader(1280, 1279, true).reduction(640, 640)).isEqualTo(1);
    assertThat(new PictureHeader(1280, 1278, true).reduction(640, 640)).isEqualTo(2);
    assertThat(new PictureHeader(1280, 1280, true).reduction(640, 640)).isEqualTo(2);
  }

  @Test
  void adoptsColourPixelsOnly() {
    try (Mat grey = new Mat(4, 4, opencv_core.CV_8UC1)) {
      assertThatThrownBy(() -> Picture.adopt(grey)).isInstanceOf(IllegalArgumentException.class);
    }
    try (Picture picture = Picture.adopt(new Mat(2, 3, opencv_core.CV_8UC3))) {
      assertThat(picture.width()).isEqualTo(3);
    }
  }

  /** Puts an EXIF segment with orientation 6, a quarter turn to the right, behind the start. */
  private static byte[] turned(byte[] jpeg) {
    byte[] exif = {
      (byte) 0xff,
      (byte) 0xe1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      1,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      6,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    out.writeBytes(exif);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static byte[] hugePngHeader() throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream chunk = new DataOutputStream(header);
    chunk.writeBytes("IHDR");
    chunk.writeInt(2_000_000_000);
    chunk.writeInt(2_000_000_000);
    chunk.write(new byte[] {8, 2, 0, 0, 0});
    CRC32 check = new CRC32();
    check.update(header.toByteArray());

    ByteArrayOutputStream png = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(png);
    out.writeLong(0x89504e470d0a1a0aL);
    out.writeInt(13);
    header.writeTo(out);
    out.writeInt((int) check.getValue());
    out.writeInt(0);
    out.writeBytes("IDAT");
    out.writeInt(0x35af061e);
    return png.toByteArray();
  }
}
