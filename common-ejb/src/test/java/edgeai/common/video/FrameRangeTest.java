package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames in the middle of a video are the same whether or not all before them were decoded. */
class FrameRangeTest {
  private static final int FRAMES = 200;
  private static final int PACK = 2048;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"a.mp4, mpeg4", "a.mov, mjpeg", "a.mkv, libopenh264", "a.webm, libvpx"})
  void aFrameIsFoundAgain(String name, String encoder) throws Exception {
    Path file = TestVideos.video(folder.resolve(name)).encoder(encoder).frames(FRAMES).write();
    Reading all = SessionHarness.read(file);
    for (int index : List.of(75, 120, 121, FRAMES - 1)) {
      assertThat(found(file, all, index).end().decodedFrames()).isLessThan(60);
    }
  }

  /** What a file without an index costs, and one that tells when its frames are decoded only. */
  @ParameterizedTest
  @CsvSource({
    "a.avi, mjpeg, 0",
    "b.avi, mpeg4, 0",
    "c.avi, mpeg4, 2",
    "d.avi, libopenh264, 0",
    "a.flv, flv, 0",
    "a.ts, mpeg2video, 2",
    "a.mpg, mpeg2video, 0",
    "b.mpg, mpeg2video, 2",
    "a.vob, mpeg2video, 3"
  })
  void aFrameIsFoundAgainWithoutAnIndex(String name, String encoder, int betweens)
      throws Exception {
    Path file = video(name, encoder, betweens);
    Reading all = SessionHarness.read(file);
    int last = all.frames().size() - 1;
    for (int index : List.of(150, 247, 248, 249, 250, 251, 252, 253, last - 1, last)) {
      assertThat(found(file, all, index).end().decodedFrames()).isLessThan(130);
    }
  }

  private static Reading found(Path file, Reading all, int index) throws Exception {
    VideoFrame wanted = all.frames().get(index);
    FrameRange range = FrameRange.only(index, wanted.mediaTimeMs());
    Reading found = SessionHarness.seek(file, range).orElseThrow();
    assertThat(found.header()).isEqualTo(all.header());
    assertThat(found.indices()).containsExactly(index);
    assertThat(found.times()).containsExactly(wanted.mediaTimeMs());
    assertThat(found.frames().get(0).jpeg()).isEqualTo(wanted.jpeg());
    return found;
  }

  /** As the second part of a disc begins. */
  @Test
  void aFrameIsFoundAgainInWhatBeginsWithFramesThatCannotBeShown() throws Exception {
    Path whole = video("a.vob", "mpeg2video", 3);
    byte[] bytes = Files.readAllBytes(whole);
    for (int packs : List.of(7, 12, 20)) {
      byte[] rest = Arrays.copyOfRange(bytes, packs * PACK, bytes.length);
      Path file = Files.write(folder.resolve("rest.vob"), rest);
      found(file, SessionHarness.read(file), 200);
    }
  }

  /** Damage shifts numbers against times: nothing is found there, or what is right. */
  @ParameterizedTest
  @CsvSource({"a.mpg, mpeg2video", "a.avi, mpeg4"})
  void noOtherFrameIsFoundInAFileThatIsDamaged(String name, String encoder) throws Exception {
    Path whole = video(name, encoder, 2);
    for (int from : List.of(10, 25, 40, 70)) {
      Path file = folder.resolve("damaged-" + name);
      TestVideos.damaged(whole, file, from / 100.0, from / 100.0 + 0.01);
      Reading all = SessionHarness.read(file);
      for (int index = 180; index < 340; index += 11) {
        VideoFrame wanted = all.frames().get(index);
        FrameRange range = FrameRange.only(index, wanted.mediaTimeMs());
        Optional<Reading> found = SessionHarness.seek(file, range);
        found.ifPresent(
            reading -> assertThat(reading.frames().get(0).jpeg()).isEqualTo(wanted.jpeg()));
      }
    }
  }

  private Path video(String name, String encoder, int betweens) throws IOException {
    return TestVideos.video(folder.resolve(name))
        .encoder(encoder)
        .betweens(betweens)
        .frames(400)
        .write();
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
    // nothing in it tells a time
    Path file = TestVideos.video(folder.resolve("a.m2v")).frames(120).write();
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
