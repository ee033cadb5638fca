package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.fixture.VideoRecipe;
import edgeai.common.video.DecoderHarness.Reading;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a recorder or an encoder sends as fields comes out as whole frames, one of each. */
class InterlacedTest {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 576;
  private static final int FRAMES = 12;

  @TempDir Path folder;

  /** A car that drives to the right, before a wall with fine lines that stand still. */
  private static void paint(int moment, Graphics2D canvas) {
    canvas.setColor(new Color(90, 90, 90));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setColor(Color.WHITE);
    for (int y = 0; y < 60; y += 2) {
      canvas.fillRect(0, y, 200, 1);
    }
    canvas.setColor(new Color(200, 40, 40));
    canvas.fillRect(40 + 8 * moment, 200, 200, 160);
  }

  private static BufferedImage painted(int moment) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    paint(moment, image.createGraphics());
    return image;
  }

  /** As wide as it came out: DV has pixels that are not square. */
  private static BufferedImage painted(int moment, BufferedImage like) {
    return Pictures.scaled(painted(moment), like.getWidth(), like.getHeight());
  }

  private VideoRecipe recipe(String name, String encoder) {
    return TestVideos.video(folder.resolve(name))
        .encoder(encoder)
        .size(WIDTH, HEIGHT)
        .frames(FRAMES)
        .paint(InterlacedTest::paint);
  }

  @ParameterizedTest
  @CsvSource({
    "a.mkv, mpeg2video, yuv420p, true",
    "a.mkv, mpeg2video, yuv422p, false",
    "a.mp4, mpeg4, yuv420p, true",
    "a.mov, prores_ks, yuv422p10le, true",
    "a.mov, prores_ks, yuv444p10le, false",
    "a.avi, dvvideo, yuv420p, false",
    "a.mkv, ffv1, yuv420p, true",
    "a.mkv, ffv1, gray, true",
    "a.mov, rawvideo, uyvy422, true",
  })
  void fieldsBecomeWholeFrames(String name, String encoder, String format, boolean topFirst)
      throws Exception {
    Path file = recipe(name, encoder).pixels(format).interlaced(topFirst).write();
    Reading reading = SessionHarness.read(file);

    assertThat(reading.end()).isEqualTo(new VideoEnd(FRAMES, FRAMES, null));
    assertThat(reading.indices()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(reading.times())
        .containsExactly(0L, 40L, 80L, 120L, 160L, 200L, 240L, 280L, 320L, 360L, 400L, 440L);
    for (int i = 0; i < FRAMES; i++) {
      BufferedImage picture = reading.picture(i);
      assertThat(combs(picture)).as("combs of frame %d", i).isLessThan(10);
      if (!format.equals("gray")) {
        assertThat(Pictures.difference(picture, painted(2 * i, picture)))
            .as("frame %d", i)
            .isLessThan(3);
      }
    }
  }

  /** How many lines of the car begin elsewhere than the line above. */
  private static int combs(BufferedImage picture) {
    int combs = 0;
    for (int y = 211; y < 350; y++) {
      combs += Math.abs(left(picture, y) - left(picture, y - 1)) > 3 ? 1 : 0;
    }
    return combs;
  }

  private static int left(BufferedImage picture, int y) {
    int wall = picture.getRGB(5, y) & 255;
    int x = 0;
    while (x < picture.getWidth() - 1 && Math.abs((picture.getRGB(x, y) & 255) - wall) < 12) {
      x++;
    }
    return x;
  }

  @ParameterizedTest
  @CsvSource({
    "a.mkv, mpeg2video, 0",
    "a.mkv, mpeg2video, 2",
    "a.mp4, mpeg4, 0",
    "a.avi, dvvideo, 0"
  })
  void framesThatAreOnlyFlaggedKeepAllLines(String name, String encoder, int from)
      throws Exception {
    Path file = recipe(name, encoder).pixels("yuv420p").flaggedInterlaced(from, true).write();
    Reading reading = SessionHarness.read(file);

    assertThat(reading.end()).isEqualTo(new VideoEnd(FRAMES, FRAMES, null));
    for (int i = 0; i < FRAMES; i++) {
      BufferedImage picture = reading.picture(i);
      assertThat(Pictures.difference(picture, painted(i, picture))).as("frame %d", i).isLessThan(3);
      int light = picture.getRGB(100, 20) & 255;
      int dark = picture.getRGB(100, 21) & 255;
      assertThat(light - dark).as("lines of the wall").isGreaterThan(100);
    }
  }

  @Test
  void sampledFramesAreWholeAndInTime() throws Exception {
    Path file = recipe("a.mkv", "mpeg2video").frames(26).interlaced(true).write();
    Reading reading = SessionHarness.read(file, 5, SizeRequest.AS_DISPLAYED, VideoLimits.DEFAULT);

    assertThat(reading.indices()).containsExactly(0, 5, 10, 15, 20, 25);
    assertThat(reading.times()).containsExactly(0L, 200L, 400L, 600L, 800L, 1000L);
    for (int i = 0; i < 6; i++) {
      assertThat(Pictures.difference(reading.picture(i), painted(10 * i))).isLessThan(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "161, 119", "33, 5", "40, 17"})
  void everySizeIsTaken(int width, int height) throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mkv"))
            .encoder("ffv1")
            .size(width, height)
            .frames(4)
            .interlaced(true)
            .write();
    Reading reading = SessionHarness.read(file);
    assertThat(reading.end()).isEqualTo(new VideoEnd(4, 4, null));
    assertThat(reading.picture(3).getHeight()).isEqualTo(height);
  }

  @Test
  void interlacedPicturesWithPixelsThatAreNotSquareComeOutAsDisplayed() throws Exception {
    Path file = recipe("a.mkv", "mpeg2video").aspect(64, 45).interlaced(true).frames(3).write();
    Reading reading = SessionHarness.read(file);
    BufferedImage wanted = Pictures.scaled(painted(4), 1024, HEIGHT);
    assertThat(Pictures.difference(reading.picture(2), wanted)).isLessThan(3);
  }
}
