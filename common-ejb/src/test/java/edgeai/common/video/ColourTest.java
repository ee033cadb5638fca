package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.fixture.VideoRecipe;
import edgeai.common.video.DecoderHarness.Reading;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avutil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours come out as they were filmed, whatever a file says of its display. */
class ColourTest {
  private static final int WIDTH = 192;
  private static final int HEIGHT = 128;

  @TempDir Path folder;

  /** Greys from black to white, and the colours of a street. */
  static void paint(int frame, Graphics2D canvas) {
    Color[] colours = {
      new Color(178, 34, 34), new Color(34, 110, 50), new Color(30, 60, 150),
      new Color(230, 200, 60), new Color(200, 150, 120), new Color(120, 160, 200),
    };
    for (int i = 0; i < 12; i++) {
      int grey = i * 255 / 11;
      canvas.setColor(new Color(grey, grey, grey));
      canvas.fillRect(i * 16, 0, 16, 64);
      canvas.setColor(colours[i / 2]);
      canvas.fillRect(i * 16, 64, 16, 64);
    }
  }

  private VideoRecipe recipe(String name) {
    return TestVideos.video(folder.resolve(name))
        .size(WIDTH, HEIGHT)
        .encoder("ffv1")
        .frames(2)
        .paint(ColourTest::paint);
  }

  private static BufferedImage painted() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    paint(0, image.createGraphics());
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {"yuv420p", "yuv422p10le", "yuv444p12le", "gbrp10le", "gray", "yuva420p"})
  void primariesAndTransferOfSdrChangeNoPixel(String format) throws Exception {
    byte[] untagged = first(recipe("plain.mkv").pixels(format).write());
    List<int[]> wrong = new ArrayList<>();
    for (int[] tags :
        new int[][] {
          {avutil.AVCOL_PRI_SMPTE432, avutil.AVCOL_TRC_IEC61966_2_1},
          {avutil.AVCOL_PRI_SMPTE431, avutil.AVCOL_TRC_GAMMA22},
          {avutil.AVCOL_PRI_BT2020, avutil.AVCOL_TRC_BT2020_10},
          {avutil.AVCOL_PRI_BT2020, avutil.AVCOL_TRC_BT2020_12},
          {avutil.AVCOL_PRI_BT470M, avutil.AVCOL_TRC_GAMMA28},
          {avutil.AVCOL_PRI_SMPTE240M, avutil.AVCOL_TRC_SMPTE240M},
          {avutil.AVCOL_PRI_FILM, avutil.AVCOL_TRC_LINEAR},
          {avutil.AVCOL_PRI_SMPTE428, avutil.AVCOL_TRC_LOG},
          {avutil.AVCOL_PRI_EBU3213, avutil.AVCOL_TRC_LOG_SQRT},
          {avutil.AVCOL_PRI_RESERVED, avutil.AVCOL_TRC_IEC61966_2_4},
          {avutil.AVCOL_PRI_BT709, avutil.AVCOL_TRC_BT1361_ECG},
          {avutil.AVCOL_PRI_BT709, avutil.AVCOL_TRC_SMPTE428},
        }) {
      Path file = recipe("tagged.mkv").pixels(format).colour(tags[0], tags[1], 6).write();
      if (!Arrays.equals(first(file), untagged)) {
        wrong.add(tags);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static byte[] first(Path file) throws Exception {
    return SessionHarness.read(file).frames().get(0).jpeg();
  }

  /** Matrix and range are not the display's: without them colours would be wrong. */
  @ParameterizedTest
  @CsvSource({"1, yuv444p", "5, yuv444p", "6, yuv444p", "7, yuv444p", "9, yuv444p10le"})
  void theMatrixIsRespected(int matrix, String format) throws Exception {
    int transfer = matrix == avutil.AVCOL_SPC_BT2020_NCL ? avutil.AVCOL_TRC_BT2020_10 : 2;
    Path file = recipe("a.mkv").pixels(format).colour(9, transfer, matrix).write();
    Reading reading = SessionHarness.read(file);
    assertThat(Pictures.difference(reading.picture(1), painted())).isLessThan(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 8, 10, 11, 12, 13, 14})
  void aMatrixThatCannotBeReadIsNoReasonToFail(int matrix) throws Exception {
    Path file = recipe("a.mkv").pixels("yuv420p").write();
    byte[] untagged = first(file);
    retag(file, matrix);
    BufferedImage plain = ImageIO.read(new ByteArrayInputStream(untagged));
    assertThat(Pictures.difference(SessionHarness.read(file).picture(0), plain)).isLessThan(12);
  }

  /** Patches Matroska's MatrixCoefficients, which no encoder would write like that. */
  private static void retag(Path file, int matrix) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\u0055\u00b1\u0081\u0006");
    assertThat(at).isPositive();
    bytes[at + 3] = (byte) matrix;
    Files.write(file, bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "16, yuv420p10le, a.mkv",
    "16, yuv444p12le, a.mkv",
    "16, yuv420p10le, a.mov",
    "18, yuv420p10le, a.mkv",
    "18, yuv422p10le, a.mkv",
    "18, yuv420p, a.mkv"
  })
  void highDynamicRangeLooksAsItWasFilmed(int transfer, String format, String name)
      throws Exception {
    Path file =
        recipe(name)
            .pixels(format)
            .colour(avutil.AVCOL_PRI_BT2020, transfer, avutil.AVCOL_SPC_BT2020_NCL)
            .light(coding(transfer))
            .encoder(name.endsWith("mov") ? "prores_ks" : "ffv1")
            .pixels(name.endsWith("mov") ? "yuv422p10le" : format)
            .write();
    BufferedImage whole = SessionHarness.read(file).picture(0);
    assertThat(Pictures.difference(whole, painted())).isLessThan(3);

    SizeRequest half = new SizeRequest(WIDTH / 2, WIDTH / 2);
    BufferedImage small = SessionHarness.read(file, 0, half, VideoLimits.DEFAULT).picture(1);
    BufferedImage wanted = Pictures.scaled(painted(), WIDTH / 2, HEIGHT / 2);
    assertThat(Pictures.difference(small, wanted)).isLessThan(3);
  }

  /** The same in a child process of its own. */
  @ParameterizedTest
  @CsvSource({"12, 13, 6, yuv420p", "9, 18, 9, yuv420p10le"})
  void telephonesRecordWhatCanBeRead(int primaries, int transfer, int matrix, String format)
      throws Exception {
    VideoRecipe recipe = recipe("a.mkv").pixels(format).colour(primaries, transfer, matrix);
    Path file = (transfer == 18 ? recipe.light(coding(transfer)) : recipe).write();
    BufferedImage picture = DecoderHarness.read(file).picture(1);
    assertThat(Pictures.difference(picture, painted())).isLessThan(3);
  }

  @Test
  void whatIsBrighterThanWhiteStaysDistinct() throws Exception {
    UnaryOperator<double[]> pq = coding(avutil.AVCOL_TRC_SMPTE2084);
    Path file =
        recipe("a.mkv")
            .pixels("yuv420p10le")
            .colour(9, avutil.AVCOL_TRC_SMPTE2084, 9)
            // painted grey stands for up to 1,000 nits here
            .light(colour -> pq.apply(scaled(colour, Math.pow(1000 / 203.0, 1 / 2.4))))
            .frames(1)
            .write();
    BufferedImage picture = SessionHarness.read(file).picture(0);
    int last = -1;
    for (int i = 0; i < 12; i++) {
      int grey = picture.getRGB(i * 16 + 8, 32) & 255;
      assertThat(grey).isGreaterThan(i < 11 ? last : last - 1);
      last = grey;
    }
    assertThat(last).isGreaterThan(250);
  }

  private static double[] scaled(double[] colour, double factor) {
    return new double[] {colour[0] * factor, colour[1] * factor, colour[2] * factor};
  }

  /** How an encoder makes HDR of SDR: BT.1886, BT.2087, then BT.2100 with white at 203 nits. */
  private static UnaryOperator<double[]> coding(int transfer) {
    return colour -> {
      double[] light = new double[3];
      for (int i = 0; i < 3; i++) {
        light[i] = Math.pow(colour[i], 2.4);
      }
      double[] wide = {
        0.6274 * light[0] + 0.3293 * light[1] + 0.0433 * light[2],
        0.0691 * light[0] + 0.9195 * light[1] + 0.0114 * light[2],
        0.0164 * light[0] + 0.0880 * light[1] + 0.8956 * light[2]
      };
      for (int i = 0; i < 3; i++) {
        wide[i] = transfer == avutil.AVCOL_TRC_SMPTE2084 ? pq(wide[i]) : hlg(wide[i]);
      }
      return wide;
    };
  }

  private static double pq(double whites) {
    double power = Math.pow(whites * 203 / 10000, 0.1593017578125);
    return Math.pow((0.8359375 + 18.8515625 * power) / (1 + 18.6875 * power), 78.84375);
  }

  private static double hlg(double whites) {
    double scene = Math.pow(whites * 203 / 1000, 1 / 1.2);
    return scene <= 1 / 12.0
        ? Math.sqrt(3 * scene)
        : 0.17883277 * Math.log(12 * scene - 0.28466892) + 0.55991073;
  }
}
