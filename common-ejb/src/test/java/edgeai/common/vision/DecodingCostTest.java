package edgeai.common.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import edgeai.common.fixture.BlobScene;
import edgeai.common.fixture.BlobScene.Blob;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class DecodingCostTest {
  private static final long PLENTY = 1 << 28;

  private final BlobScene scene = BlobScene.picture(320, 240, List.of(new Blob("person", 0, 3)));

  private byte[] progressive() {
    return EncodedPictures.as(".jpg", scene.png(), opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, 1);
  }

  /** A grey progressive JPEG whose last scan, of nothing but ends of blocks, comes so often. */
  private static byte[] scanned(int times) {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    jpeg.writeBytes(new byte[] {-1, -40});
    segment(jpeg, 0xdb, "\0" + "\1".repeat(64));
    segment(jpeg, 0xc2, "\10\20\0\20\0\1\1\21\0"); // 4096 x 4096, one component
    segment(jpeg, 0xc4, "\0" + "\0\1" + "\0".repeat(14) + "\0");
    segment(jpeg, 0xc4, "\20" + "\0\1" + "\0".repeat(14) + "\340");
    segment(jpeg, 0xda, "\1\1\0\0\0\0");
    jpeg.writeBytes(new byte[512 * 512 / 4]);
    for (int i = 0; i < times; i++) {
      segment(jpeg, 0xda, "\1\1\0\1\77\0");
      jpeg.writeBytes(new byte[32]);
    }
    jpeg.writeBytes(new byte[] {-1, -39});
    return jpeg.toByteArray();
  }

  private static void segment(ByteArrayOutputStream jpeg, int marker, String body) {
    int length = body.length() + 2;
    jpeg.writeBytes(new byte[] {-1, (byte) marker, (byte) (length >> 8), (byte) length});
    jpeg.writeBytes(body.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** It would hold native code for half a minute. */
  @Test
  void aJpegOfVeryManyScansIsRefusedBeforeItIsDecoded() {
    byte[] jpeg = scanned(5_000);

    assertThat(DecodingCost.scans(jpeg)).isEqualTo(5_001);
    assertThatExceptionOfType(UnreadablePictureException.class)
        .isThrownBy(() -> Picture.decode(jpeg, PLENTY))
        .withMessage("The picture has more than the 64 scans that are allowed.");
    assertThatExceptionOfType(UnreadablePictureException.class)
        .isThrownBy(() -> Picture.decodeFor(jpeg, PLENTY, 300, 300));
  }

  @Test
  void aProgressivePictureIsDecoded() throws Exception {
    assertThat(DecodingCost.scans(progressive())).isBetween(5, 20);
    try (Picture picture = Picture.decode(progressive(), PLENTY)) {
      assertThat(picture.width()).isEqualTo(320);
    }
  }

  /** As where a phone puts a film behind the picture, or notes of its maker before it. */
  @Test
  void whatIsNoScanIsNotCounted() {
    byte[] noise = new byte[4 << 20];
    new Random(1).nextBytes(noise);
    ByteArrayOutputStream withFilm = new ByteArrayOutputStream();
    withFilm.writeBytes(new byte[] {-1, -40});
    segment(withFilm, 0xe1, "\377\332".repeat(1_000));
    withFilm.write(progressive(), 2, progressive().length - 2);
    withFilm.writeBytes(noise);

    assertThat(DecodingCost.scans(withFilm.toByteArray()))
        .isEqualTo(DecodingCost.scans(progressive()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whatEndsAnywhereIsCountedToThere(int length) {
    byte[] jpeg = {-1, -40, -1, -38, 0, 2};

    assertThat(DecodingCost.scans(Arrays.copyOf(jpeg, length))).isBetween(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {".png", ".webp"})
  void aLargePictureOfNextToNoBytesIsRefusedAndASmallOneIsNot(String ending) throws Exception {
    assertThatExceptionOfType(UnreadablePictureException.class)
        .isThrownBy(() -> Picture.decode(plain(ending, 5_600, 5_600), PLENTY))
        .withMessageContaining("next to nothing");
    try (Picture picture = Picture.decode(plain(ending, 1_920, 1_080), PLENTY)) {
      assertThat(picture.width()).isEqualTo(1_920);
    }
  }

  private static byte[] plain(String ending, int width, int height) {
    try (Scalar black = new Scalar(0, 0, 0, 0);
        Mat pixels = new Mat(height, width, opencv_core.CV_8UC3, black)) {
      return EncodedPictures.as(ending, pixels);
    }
  }
}
