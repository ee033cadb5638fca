package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.Remux;
import edgeai.common.fixture.TestVideos;
import edgeai.common.video.DecoderHarness.Reading;
import edgeai.common.video.PieceMaker.Cut;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sampled frames are the same, whatever is left out on the way to them. */
class PacketSelectionTest {
  private static final int FRAMES = 100;

  @TempDir Path folder;

  private Path video(String name) throws IOException {
    return TestVideos.video(folder.resolve(name)).encoder("libopenh264").frames(FRAMES).write();
  }

  /** The key frames are 12 frames apart, at 25 frames a second. */
  @ParameterizedTest
  @CsvSource({"a.mp4, 0.3, 20", "a.mkv, 1, 40", "a.mov, 3.7, 90", "a.mp4, 24, 100"})
  void framesBehindTheLastOneTakenBeforeAKeyFrameAreNotDecoded(String name, double fps, int most)
      throws Exception {
    Path file = video(name);
    Reading sampled = SessionHarness.read(file, fps, VideoLimits.DEFAULT);
    same(sampled.frames(), taken(SessionHarness.read(file), fps));
    assertThat(sampled.end().decodedFrames()).isLessThanOrEqualTo(most);
    assertThat(sampled.end().warning()).isNull();
  }

  /** Groups of 25 frames, which have pictures that no other needs. */
  @ParameterizedTest
  @CsvSource({"h264-pyramid, 1", "h264-pyramid, 7", "hevc-radl, 1", "hevc-radl, 7"})
  void picturesThatNoOtherNeedsAreNotDecoded(String clip, double fps) throws Exception {
    Path file = Remux.of(Remux.clip(clip, folder)).to(folder.resolve("x.mkv"));
    Reading all = SessionHarness.read(file);
    Reading sampled = SessionHarness.read(file, fps, VideoLimits.DEFAULT);
    same(sampled.frames(), taken(all, fps));
    assertThat(sampled.end().decodedFrames()).isLessThan(all.frames().size() * 3 / 4);
    List<Integer> indices = sampled.indices();
    Cut cut = new PieceMaker(file).whole(indices::contains);
    PieceHarness.Answer answer = PieceHarness.pictures(cut);
    assertThat(answer.report().decodedFrames()).isLessThan(all.frames().size() * 3 / 4);
    for (PieceShot shot : answer.shots()) {
      assertThat(shot.jpeg()).isEqualTo(sampled.frames().get(shot.position()).jpeg());
    }
  }

  @Test
  void whatHasNoTimesToGoByIsDecodedWhole() throws Exception {
    Path file = video("a.avi");
    Reading sampled = SessionHarness.read(file, 1, VideoLimits.DEFAULT);
    same(sampled.frames(), taken(SessionHarness.read(file), 1));
    assertThat(sampled.end().decodedFrames()).isEqualTo(FRAMES);
  }

  @Test
  void aFileThatIsDamagedOrCutOffGivesNoOtherPictures() throws Exception {
    Path file = video("a.mp4");
    Path damaged = TestVideos.damaged(file, folder.resolve("b.mp4"), 0.4, 0.41);
    Reading all = SessionHarness.read(damaged);
    Reading sampled = SessionHarness.read(damaged, 3, VideoLimits.DEFAULT);
    assertThat(sampled.frames()).isNotEmpty();
    for (VideoFrame frame : sampled.frames()) {
      assertThat(all.frames())
          .filteredOn(other -> other.mediaTimeMs() == frame.mediaTimeMs())
          .singleElement()
          .satisfies(other -> assertThat(frame.jpeg()).isEqualTo(other.jpeg()));
    }
  }

  private static List<VideoFrame> taken(Reading all, double fps) {
    FrameSampler sampler = new FrameSampler(fps);
    List<VideoFrame> taken = new ArrayList<>(all.frames());
    taken.removeIf(frame -> !sampler.takes(frame.mediaTimeMs() * 1_000));
    return taken;
  }

  private static void same(List<VideoFrame> some, List<VideoFrame> others) {
    assertThat(some).hasSameSizeAs(others);
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i).index()).isEqualTo(others.get(i).index());
      assertThat(some.get(i).mediaTimeMs()).isEqualTo(others.get(i).mediaTimeMs());
      assertThat(some.get(i).jpeg()).isEqualTo(others.get(i).jpeg());
    }
  }
}
