package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import edgeai.common.fixture.FolderNames;
import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Videos that must work: decoded in this process, and by a real child where that is what matters.
 */
class VideoDecoderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.mp4, mp4, mpeg4",
    "a.mov, mov, mjpeg",
    "a.mkv, mkv, h264",
    "a.webm, webm, vp8",
    "a.avi, avi, mjpeg",
    "a.flv, flv, flv1"
  })
  void readsEveryContainer(String name, String container, String codec) throws Exception {
    Reading reading = SessionHarness.read(TestVideos.video(folder.resolve(name)).write());

    VideoHeader header = reading.header();
    assertThat(header.container()).isEqualTo(container);
    assertThat(header.codec()).isEqualTo(codec);
    assertThat(header.width()).isEqualTo(160);
    assertThat(header.height()).isEqualTo(120);
    assertThat(header.rotation()).isZero();
    assertThat(header.fps()).isCloseTo(25, within(0.1));
    assertThat(header.durationSeconds()).isCloseTo(1, within(0.05));
    assertThat(header.estimatedFrames()).isBetween(24L, 26L);
    assertThat(reading.end()).isEqualTo(new VideoEnd(25, 25, null));
    for (int i = 0; i < 25; i++) {
      assertThat(reading.frames().get(i).index()).isEqualTo(i);
      assertThat(reading.frames().get(i).mediaTimeMs()).isEqualTo(40L * i);
      assertThat(TestVideos.number(reading.picture(i))).isEqualTo(i);
    }
  }

  /** So that what is shown in this process holds for the child. */
  @ParameterizedTest
  @ValueSource(strings = {"a.mp4", "a.mpg"})
  void theChildSaysWhatASessionInThisProcessSays(String name) throws Exception {
    requireSame(name);
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"a.mkv", "a.webm", "a.ts"})
  void theChildSaysItOfOtherContainersToo(String name) throws Exception {
    requireSame(name);
  }

  private void requireSame(String name) throws Exception {
    Path whole =
        TestVideos.video(folder.resolve(name)).rotated(name.endsWith("4") ? 90 : 0).write();
    Path damaged = TestVideos.damaged(whole, folder.resolve("bad-" + name), 0.6, 0.65);
    for (Path file : List.of(whole, damaged)) {
      Reading here = SessionHarness.read(file);
      Reading child = DecoderHarness.read(file, SessionHarness.JPEG_QUALITY);
      assertThat(child.header()).isEqualTo(here.header());
      assertThat(child.end()).isEqualTo(here.end());
      assertThat(child.times()).isEqualTo(here.times());
      assertThat(child.indices()).isEqualTo(here.indices());
      for (int i = 0; i < here.frames().size(); i++) {
        assertThat(child.frames().get(i).jpeg()).isEqualTo(here.frames().get(i).jpeg());
      }
    }
  }

  @Test
  void samplesByTime() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).frames(38).write();
    Reading reading = DecoderHarness.read(file, 5, VideoLimits.DEFAULT);

    assertThat(reading.indices()).containsExactly(0, 5, 10, 15, 20, 25, 30, 35);
    assertThat(reading.header().estimatedFrames()).isEqualTo(8);
    assertThat(reading.end().emittedFrames()).isEqualTo(8);
    assertThat(reading.end().decodedFrames()).isBetween(8, 37);
    assertThat(reading.end().warning()).isNull();
    assertThat(TestVideos.number(reading.picture(3))).isEqualTo(15);
  }

  @Test
  void readsARecordingThatNeverLearnedItsLength() throws Exception {
    Path file = TestVideos.video(folder.resolve("live.mkv")).muxer("live", "1").write();
    Reading reading = SessionHarness.read(file);

    assertThat(reading.header().durationSeconds()).isZero();
    assertThat(reading.header().estimatedFrames()).isZero();
    assertThat(reading.end()).isEqualTo(new VideoEnd(25, 25, null));
  }

  @Test
  void readsAnFlvWithoutLength() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.flv"))
            .muxer("flvflags", "no_metadata+no_duration_filesize")
            .write();
    assertThat(SessionHarness.read(file).end()).isEqualTo(new VideoEnd(25, 25, null));
  }

  @Test
  void readsASingleFrame() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.webm")).frames(1).write();
    Reading reading = SessionHarness.read(file);
    assertThat(reading.times()).containsExactly(0L);
    assertThat(reading.end()).isEqualTo(new VideoEnd(1, 1, null));
  }

  @ParameterizedTest
  @CsvSource({"1, 1, a.avi, mjpeg", "161, 119, a.mp4, mpeg4", "35, 1, a.webm, libvpx"})
  void readsOddSizes(int width, int height, String name, String encoder) throws Exception {
    Path file =
        TestVideos.video(folder.resolve(name))
            .size(width, height)
            .encoder(encoder)
            .frames(3)
            .paint(
                (frame, canvas) -> {
                  canvas.setColor(new Color(200, 120, 40));
                  canvas.fillRect(0, 0, width, height);
                })
            .write();
    Reading reading = SessionHarness.read(file);

    assertThat(reading.frames()).hasSize(3);
    BufferedImage picture = reading.picture(2);
    assertThat(picture.getWidth()).isEqualTo(width).isEqualTo(reading.header().width());
    assertThat(picture.getHeight()).isEqualTo(height).isEqualTo(reading.header().height());
    assertColour(picture, width / 2, height / 2, 200, 120, 40);
  }

  @ParameterizedTest
  @CsvSource({"0, 320, 180", "90, 180, 320"})
  void makesFramesAsSmallAsANetworkCanUse(int degrees, int width, int height) throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4"))
            .size(320, 180)
            .rotated(degrees)
            .frames(200)
            .paint(
                (frame, canvas) -> {
                  canvas.setColor(new Color(200, 120, 40));
                  canvas.fillRect(0, 0, 320, 180);
                })
            .write();
    try (VideoDecoder decoder = DecoderHarness.start(file)) {
      VideoFrame first = decoder.next().orElseThrow();
      assertSize(first, width, height);
      decoder.fit(160, 160);
      VideoFrame small = firstOfWidth(width / 2, decoder);
      assertThat(small.width()).isEqualTo(width);
      assertThat(small.height()).isEqualTo(height);
      assertSize(small, width / 2, height / 2);
      assertColour(DecoderHarness.picture(small), width / 4, height / 4, 200, 120, 40);
      decoder.fit(0, 0);
      assertSize(firstOfWidth(width, decoder), width, height);
    }
  }

  /** Passes over those that were in the pipe when the size was asked for. */
  private static VideoFrame firstOfWidth(int width, VideoDecoder decoder) throws Exception {
    VideoFrame frame = decoder.next().orElseThrow();
    while (frame.jpegWidth() != width) {
      frame = decoder.next().orElseThrow();
    }
    return frame;
  }

  private static void assertSize(VideoFrame frame, int width, int height) throws Exception {
    BufferedImage picture = DecoderHarness.picture(frame);
    assertThat(picture.getWidth()).isEqualTo(width).isEqualTo(frame.jpegWidth());
    assertThat(picture.getHeight()).isEqualTo(height).isEqualTo(frame.jpegHeight());
  }

  @Test
  void reads8k() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.avi"))
            .size(7680, 4320)
            .frames(1)
            .paint((frame, canvas) -> canvas.fillRect(7000, 4000, 600, 300))
            .write();
    Reading reading = DecoderHarness.read(file);
    assertThat(reading.frames()).hasSize(1);
    assertColour(reading.picture(0), 7300, 4150, 255, 255, 255);
    assertColour(reading.picture(0), 300, 150, 0, 0, 0);
  }

  @Test
  void keepsTheTimesOfAVariableFrameRate() throws Exception {
    long[] times = {0, 40, 200, 240, 1000, 1010, 1500, 3000, 3040};
    for (String name : new String[] {"a.webm", "a.mp4"}) {
      Path file =
          TestVideos.video(folder.resolve(name))
              .frames(8)
              .at(i -> times[i])
              .encoder(name.endsWith("webm") ? "libvpx" : "mpeg4")
              .write();
      Reading reading = SessionHarness.read(file);
      assertThat(reading.times()).containsExactly(0L, 40L, 200L, 240L, 1000L, 1010L, 1500L, 3000L);
      assertThat(reading.end()).isEqualTo(new VideoEnd(8, 8, null));
    }
    Reading sampled = SessionHarness.read(folder.resolve("a.mp4"), 2, VideoLimits.DEFAULT);
    assertThat(sampled.indices()).containsExactly(0, 4, 6, 7);
  }

  /** The marks are painted where the camera's corners are; the sentence says where they end up. */
  @ParameterizedTest(name = "turned {0} degrees, the top left corner comes to {1}, {2}")
  @CsvSource({"90, 1, 0", "180, 1, 1", "270, 0, 1"})
  void showsFramesAsTheyWereHeld(int degrees, int right, int bottom) throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mp4"))
            .size(160, 96)
            .frames(2)
            .rotated(degrees)
            .paint(
                (frame, canvas) -> {
                  canvas.setColor(Color.RED);
                  canvas.fillRect(0, 0, 80, 48);
                  canvas.setColor(Color.BLUE);
                  canvas.fillRect(80, 48, 80, 48);
                })
            .write();
    Reading reading = SessionHarness.read(file);
    BufferedImage picture = reading.picture(1);
    boolean portrait = degrees % 180 != 0;

    assertThat(reading.header().rotation()).isEqualTo(degrees);
    assertThat(reading.header().width()).isEqualTo(portrait ? 96 : 160);
    assertThat(reading.header().height()).isEqualTo(portrait ? 160 : 96);
    assertThat(reading.frames().get(1).width()).isEqualTo(picture.getWidth());
    assertThat(picture.getWidth()).isEqualTo(portrait ? 96 : 160);
    int x = picture.getWidth() / 4;
    int y = picture.getHeight() / 4;
    assertColour(picture, x + 2 * x * right, y + 2 * y * bottom, 255, 0, 0);
    assertColour(picture, x + 2 * x * (1 - right), y + 2 * y * (1 - bottom), 0, 0, 255);
    assertColour(picture, x + 2 * x * (1 - right), y + 2 * y * bottom, 0, 0, 0);
  }

  @Test
  void soundThatGoesOnAfterThePicturesIsNoDamage() throws Exception {
    Path file = TestVideos.withAudio(folder.resolve("a.mkv"), 10, 3);
    assertThat(SessionHarness.read(file).end()).isEqualTo(new VideoEnd(10, 10, null));
  }

  @Test
  void aNameWithSpacesAndLettersOfTheWorldIsNoHindrance() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).frames(2).write();
    Path odd = Files.move(file, folder.resolve("pipe:1 %20 'x'.m3u8"));
    assertThat(DecoderHarness.read(odd).frames()).hasSize(2);
    Path awful = Files.createDirectory(folder.resolve(FolderNames.WITH_EVERYTHING));
    Path inside = Files.move(odd, awful.resolve(FolderNames.WITH_EVERYTHING));
    assertThat(DecoderHarness.read(inside).frames()).hasSize(2);
  }

  @Test
  void theHeaderTellsSizesAsDisplayed() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mov")).rotated(90).write();
    assertThat(DecoderHarness.header(file))
        .isEqualTo(new VideoHeader("mov", "mjpeg", 120, 160, 90, 25, 1, 25));
  }

  @ParameterizedTest
  @CsvSource({"highway.mp4, 38, 1280, 720, 25", "car-detection.mp4, 377, 768, 432, 12.5"})
  @EnabledIfEnvironmentVariable(
      named = "EDGE_SAMPLES",
      matches = ".+",
      disabledReason = "EDGE_SAMPLES names no folder with sample videos")
  void readsTheSamples(String name, int frames, int width, int height, double fps)
      throws Exception {
    Reading reading =
        DecoderHarness.read(Path.of(System.getenv("EDGE_SAMPLES")).resolve(name).toAbsolutePath());
    assertThat(reading.end()).isEqualTo(new VideoEnd(frames, frames, null));
    assertThat(reading.indices()).isEqualTo(IntStream.range(0, frames).boxed().toList());
    assertThat(reading.times()).isSorted().startsWith(0L).doesNotHaveDuplicates();
    assertThat(reading.header().width()).isEqualTo(width);
    assertThat(reading.header().height()).isEqualTo(height);
    assertThat(reading.header().fps()).isCloseTo(fps, within(0.2));
  }

  private static void assertColour(BufferedImage picture, int x, int y, int r, int g, int b) {
    Color colour = new Color(picture.getRGB(x, y));
    assertThat(colour.getRed()).isCloseTo(r, within(16));
    assertThat(colour.getGreen()).isCloseTo(g, within(16));
    assertThat(colour.getBlue()).isCloseTo(b, within(16));
  }
}
