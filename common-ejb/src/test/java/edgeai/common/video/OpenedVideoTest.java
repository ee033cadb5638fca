package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.TestVideos;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real child process. */
class OpenedVideoTest {
  @TempDir Path folder;

  private OpenedVideo open(Path video) throws VideoException, InterruptedException {
    return OpenedVideo.open(
        DecoderHarness.COMMAND, video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER);
  }

  private Path mp4() throws Exception {
    return TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(60).write();
  }

  @Test
  void theChildThatOpenedAVideoWritesTheIndexThatAnyOtherWouldWrite() throws Exception {
    Path video = mp4();
    Path own = folder.resolve("own.index");
    VideoIndexer.index(
        DecoderHarness.COMMAND, video, own, VideoLimits.DEFAULT, DecoderHarness.TIMER);
    Path index = folder.resolve("a.index");
    try (OpenedVideo opened = open(video)) {
      assertThat(opened.header().width()).isPositive();
      assertThat(VideoIndexer.index(opened, video, index))
          .isEqualTo(new IndexReport(true, null, 60));
    }
    assertThat(index).hasSameBinaryContentAs(own);
  }

  @Test
  void framesComeAfterwardsAsFromAnyOther() throws Exception {
    Path video = mp4();
    try (OpenedVideo opened = open(video)) {
      VideoIndexer.index(opened, video, folder.resolve("a.index"));
      requireFrames(opened, video);
    }
  }

  @Test
  void withoutAnIndexToo() throws Exception {
    Path video = TestVideos.video(folder.resolve("a.ts")).write();
    try (OpenedVideo opened = open(video)) {
      assertThat(VideoIndexer.index(opened, video, folder.resolve("a.index")).usable()).isFalse();
      assertThat(folder.resolve("a.index")).doesNotExist();
      requireFrames(opened, video);
    }
  }

  @Test
  void orAtOnce() throws Exception {
    Path video = mp4();
    try (OpenedVideo opened = open(video)) {
      requireFrames(opened, video);
    }
  }

  private static void requireFrames(OpenedVideo opened, Path video) throws Exception {
    DecoderHarness.Reading other = DecoderHarness.read(video);
    try (VideoDecoder decoder = opened.frames(false)) {
      List<VideoFrame> frames = new ArrayList<>();
      for (Optional<VideoFrame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
        frames.add(next.get());
      }
      assertThat(decoder.end()).isEqualTo(other.end());
      assertThat(frames.stream().map(VideoFrame::mediaTimeMs).toList()).isEqualTo(other.times());
      for (int i = 0; i < frames.size(); i++) {
        assertThat(frames.get(i).jpeg()).isEqualTo(other.frames().get(i).jpeg());
      }
    }
  }

  @Test
  void greyPicturesAreTheSameHoweverLargeTheOthersAreAndWhoeverGivesThem() throws Exception {
    Path video = mp4();
    List<String> whole;
    try (OpenedVideo opened = open(video);
        VideoDecoder decoder = opened.frames(true)) {
      whole = greys(decoder);
    }
    try (VideoDecoder decoder =
        VideoDecoder.start(
            DecoderHarness.COMMAND,
            video,
            new FrameWish(0, 50, true),
            VideoLimits.DEFAULT,
            DecoderHarness.TIMER)) {
      decoder.fit(64, 64);
      assertThat(greys(decoder)).isEqualTo(whole);
    }
    assertThat(whole).hasSize(60);
    assertThat(whole.stream().distinct().count()).as("the video moves").isGreaterThan(10);
  }

  private static List<String> greys(VideoDecoder decoder) throws Exception {
    List<String> greys = new ArrayList<>();
    for (Optional<VideoFrame> next = decoder.next(); next.isPresent(); next = decoder.next()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      next.get().grey().write(new DataOutputStream(bytes));
      greys.add(HexFormat.of().formatHex(bytes.toByteArray()));
    }
    return greys;
  }

  @Test
  void whatIsNoVideoIsRefused() throws Exception {
    Path video = Files.writeString(folder.resolve("a.mp4"), "no video");
    assertThatThrownBy(() -> open(video)).isInstanceOf(VideoException.class);
  }

  @Test
  void aChildThatDiedIsFoundOut() throws Exception {
    Path video = mp4();
    try (OpenedVideo opened = open(video)) {
      assertThat(opened.isAlive()).isTrue();
      ProcessHandle.of(opened.pid()).orElseThrow().destroyForcibly();
      await().until(() -> !opened.isAlive());
      assertThatThrownBy(() -> VideoIndexer.index(opened, video, folder.resolve("a.index")))
          .isInstanceOf(VideoException.class);
      assertThat(folder.resolve("a.index")).doesNotExist();
    }
  }
}
