package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestVideos;
import edgeai.common.fixture.TrackMuxer;
import edgeai.common.video.DecoderHarness.Reading;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with more than one video track: which is looked at, and that it is said. */
class TracksTest {
  @TempDir Path folder;

  private Path track(String name, int width, int frames, String encoder) throws IOException {
    return TestVideos.video(folder.resolve(name))
        .size(width, 120)
        .frames(frames)
        .encoder(encoder)
        .write();
  }

  private Reading read(String name, int marked, Path... tracks) throws Exception {
    return SessionHarness.read(TrackMuxer.together(folder.resolve(name), marked, tracks));
  }

  @ParameterizedTest
  @CsvSource({"a.mp4, mpeg4", "a.avi, mpeg4", "a.ts, mpeg2video", "a.mpg, mpeg2video"})
  void oneOfTwoIsLookedAtAndTheOtherOneIsSpokenOf(String name, String codec) throws Exception {
    Path wide = track("wide.mkv", 176, 25, codec);
    Path narrow = track("narrow.mkv", 160, 25, codec);
    Reading reading = read(name, -1, wide, narrow);
    assertThat(reading.end())
        .isEqualTo(
            new VideoEnd(
                25,
                25,
                "the file has 2 video tracks, of which only number 1 (%s, 176x120) was looked at"
                    .formatted(codec)));
    assertThat(reading.header().width()).isEqualTo(176);
  }

  @Test
  void theDefaultOneIsTaken() throws Exception {
    Path first = track("first.mkv", 176, 25, "mpeg4");
    Path second = track("second.mkv", 160, 25, "mpeg4");
    assertThat(read("a.mkv", 1, first, second).header().width()).isEqualTo(160);
    assertThat(read("b.mkv", 0, first, second).header().width()).isEqualTo(176);
  }

  @ParameterizedTest
  @CsvSource({"a.mp4", "a.avi"})
  void anotherThatIsClearlyLongerIsTaken(String name) throws Exception {
    Path intro = track("intro.mp4", 176, 10, "mpeg4");
    Path film = track("film.mp4", 160, 75, "mpeg4");
    Reading reading = read(name, 0, intro, film);
    assertThat(reading.frames()).hasSize(75);
    assertThat(reading.header().estimatedFrames()).isEqualTo(75);
    assertThat(reading.end().warning()).contains("only number 2 (mpeg4, 160x120)");
  }

  @Test
  void oneThatCannotBeDecodedIsLeftForOneThatCan() throws Exception {
    Path odd = track("odd.mkv", 176, 25, "jpeg2000");
    Path usual = track("usual.mkv", 160, 25, "mpeg4");
    Reading reading = read("a.mkv", 0, odd, usual);
    assertThat(reading.frames()).hasSize(25);
    assertThat(reading.end().warning())
        .isEqualTo(
            "the file has 2 video tracks, of which only number 2 (mpeg4, 160x120) was looked at:"
                + " number 1 cannot be decoded (jpeg2000)");
  }

  @Test
  void whatIsWrongAndWhatIsLeftOutAreBothSaid() throws Exception {
    Path track = track("a.mkv", 160, 75, "mpeg4");
    Path both = TrackMuxer.together(folder.resolve("both.mkv"), -1, track, track);
    Reading reading = SessionHarness.read(TestVideos.cut(both, folder.resolve("cut.mkv"), 0.7));
    assertThat(reading.end().warning())
        .matches(
            "the file ends early: \\d+ of about 75 frames could be read, and the file has 2 video"
                + " tracks, of which only number 1 .*");
  }
}
