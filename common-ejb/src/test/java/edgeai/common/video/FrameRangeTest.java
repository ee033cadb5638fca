package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames in the middle of a video are the same whether or not all before them were decoded. */
class FrameRangeTest {
  private static final int FRAMES = 200;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "a.mp4, mpeg4",
    "a.mov, mjpeg",
    "a.mkv, libopenh264",
    "a.webm, libvpx",
    "a.avi, mjpeg",
    "a.flv, flv",
    "a.ts, mpeg2video"
  })
  void aFrameIsFoundAgain(String name, String encoder) throws Exception {
    Path file = TestVideos.video(folder.resolve(name)).encoder(encoder).frames(FRAMES).write();
    Reading all = SessionHarness.read(file);
    for (int index : List.of(75, 120, 121, FRAMES - 1)) {
      VideoFrame wanted = all.frames().get(index);
      FrameRange range = FrameRange.only(index, wanted.mediaTimeMs());
      Reading found = SessionHarness.seek(file, range).orElseThrow();

      assertThat(found.header()).isEqualTo(all.header());
      assertThat(found.indices()).containsExactly(index);
      assertThat(found.times()).containsExactly(wanted.mediaTimeMs());
      assertThat(found.frames().get(0).jpeg()).isEqualTo(wanted.jpeg());
      assertThat(found.end().decodedFrames()).isLessThan(60);
    }
  }

  @Test
  void aRangeGoesOnToItsEnd() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).frames(FRAMES).write();
    Reading found = SessionHarness.seek(file, new FrameRange(100, 4000, 110)).orElseThrow();
    assertThat(found.indices())
        .containsExactly(100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110);
    assertThat(found.times()).startsWith(4000L).endsWith(4400L);
    for (int i = 0; i <= 10; i++) {
      assertThat(TestVideos.number(found.picture(i))).isEqualTo(100 + i);
    }
  }

  @Test
  void interlacedFramesAreTheSameAsWell() throws Exception {
    Path file =
        TestVideos.video(folder.resolve("a.mkv"))
            .encoder("mpeg2video")
            .size(320, 240)
            .interlaced(true)
            .frames(100)
            .paint((moment, canvas) -> canvas.fillRect(moment, 40, 60, 100))
            .write();
    VideoFrame wanted = SessionHarness.read(file).frames().get(90);
    Reading found = SessionHarness.seek(file, FrameRange.only(90, 3600)).orElseThrow();
    assertThat(found.frames().get(0).jpeg()).isEqualTo(wanted.jpeg());
  }

  @Test
  void aTimeThatIsNotThereLeadsNowhere() throws Exception {
    Path file = TestVideos.video(folder.resolve("a.mp4")).frames(FRAMES).write();
    assertThat(SessionHarness.seek(file, FrameRange.only(100, 4010))).isEmpty();
    assertThat(SessionHarness.seek(file, FrameRange.only(1000, 40_000))).isEmpty();
  }

  @Test
  void whereSeekingLeadsNowhereTheChildDecodesFromTheBeginning() throws Exception {
    // a program stream gives times to some of its packets only
    Path file = TestVideos.video(folder.resolve("a.mpg")).encoder("mpeg2video").frames(120).write();
    Reading all = SessionHarness.read(file);
    FrameRange range = FrameRange.only(111, all.times().get(111));
    assertThat(SessionHarness.seek(file, range)).isEmpty();
    try (VideoDecoder decoder =
        VideoDecoder.start(
            DecoderHarness.COMMAND,
            file,
            range,
            0,
            95,
            VideoLimits.DEFAULT,
            DecoderHarness.TIMER)) {
      Optional<VideoFrame> frame = decoder.next();
      assertThat(frame.orElseThrow().index()).isEqualTo(111);
      assertThat(frame.get().jpeg()).isEqualTo(all.frames().get(111).jpeg());
      assertThat(decoder.next()).isEmpty();
    }
  }
}
