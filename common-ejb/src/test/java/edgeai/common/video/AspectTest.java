package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames are as they are displayed: with square pixels. */
class AspectTest {
  @TempDir Path folder;

  /** What is stored is a narrow rectangle that is shown as a square. */
  @ParameterizedTest(name = "{0}, {1}, {4}:{5}, turned by {6}")
  @CsvSource({
    "a.mp4, mpeg4, 180, 144, 64, 45, 0, 256, 144",
    "a.mov, mjpeg, 180, 144, 16, 15, 0, 192, 144",
    "a.mkv, ffv1, 160, 180, 2, 1, 0, 320, 180",
    "a.mkv, mpeg2video, 180, 144, 64, 45, 0, 256, 144",
    "a.avi, mpeg4, 176, 72, 1, 2, 0, 176, 144",
    "a.webm, libvpx, 180, 120, 8, 9, 0, 180, 135",
    "a.mp4, mpeg4, 160, 180, 2, 1, 90, 180, 320",
    "a.mp4, mpeg4, 160, 180, 2, 1, 180, 320, 180",
  })
  void pixelsAreMadeSquare(
      String name,
      String encoder,
      int columns,
      int rows,
      int wide,
      int high,
      int degrees,
      int width,
      int height)
      throws Exception {
    Path file =
        TestVideos.video(folder.resolve(name))
            .encoder(encoder)
            .size(columns, rows)
            .aspect(wide, high)
            .rotated(degrees)
            .frames(3)
            .paint(
                (frame, canvas) -> {
                  canvas.setColor(Color.WHITE);
                  canvas.fillRect(columns / 4, rows / 4, columns / 2, rows / 2);
                })
            .write();
    Reading reading = SessionHarness.read(file);

    assertThat(reading.header().width()).isEqualTo(width);
    assertThat(reading.header().height()).isEqualTo(height);
    VideoFrame frame = reading.frames().get(2);
    assertThat(frame.width()).isEqualTo(width).isEqualTo(frame.jpegWidth());
    assertThat(frame.height()).isEqualTo(height).isEqualTo(frame.jpegHeight());
    BufferedImage picture = reading.picture(2);
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
    assertThat(firstWhite(picture, true)).isCloseTo(width / 4, within(3));
    assertThat(firstWhite(picture, false)).isCloseTo(height / 4, within(3));
  }

  private static int firstWhite(BufferedImage picture, boolean across) {
    int at = 0;
    while ((picture.getRGB(
                across ? at : picture.getWidth() / 2, across ? picture.getHeight() / 2 : at)
            & 255)
        < 128) {
      at++;
    }
    return at;
  }

  @Test
  void reducedFramesAreSquareToo() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4")).size(180, 144).aspect(64, 45).frames(3).write();
    Reading reading = SessionHarness.read(file, 0, new SizeRequest(128, 128), VideoLimits.DEFAULT);
    VideoFrame frame = reading.frames().get(2);
    assertThat(frame.jpegWidth()).isEqualTo(128);
    assertThat(frame.jpegHeight()).isEqualTo(72);
    assertThat(frame.width()).isEqualTo(256);
    assertThat(frame.height()).isEqualTo(144);
    assertThat(reading.picture(2).getHeight()).isEqualTo(72);
  }

  @ParameterizedTest
  @CsvSource({"1000, 1", "1, 1000", "65535, 1"})
  void anAbsurdRatioIsIgnored(int wide, int high) throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mkv")).encoder("ffv1").aspect(wide, high).write();
    VideoHeader header = SessionHarness.read(file).header();
    assertThat(header.width()).isEqualTo(160);
    assertThat(header.height()).isEqualTo(120);
  }

  @Test
  void theLimitIsOnPixelsAsDisplayed() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).aspect(2, 1).write();
    VideoLimits limits = VideoLimits.DEFAULT.withMaxPixels(160 * 120);
    assertThatThrownBy(() -> SessionHarness.read(file, 0, SizeRequest.AS_DISPLAYED, limits))
        .isInstanceOf(VideoException.class)
        .hasMessage("has frames of 320x120 pixels, more than the 19200 allowed");
  }
}
