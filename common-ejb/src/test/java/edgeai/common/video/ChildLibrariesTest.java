package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.PieceMaker.Cut;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A child loads what its work needs, which is most of what its start costs. */
@EnabledOnOs(OS.LINUX)
class ChildLibrariesTest {
  @TempDir static Path folder;

  private static Path video;
  private static Cut piece;

  @BeforeAll
  static void write() throws Exception {
    video = TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(3).write();
    piece = new PieceMaker(video).cut(0, 3, index -> true, false);
  }

  @Test
  void pixelsNeedNoOpenCvUntilAPictureIsWanted() throws Exception {
    try (PieceDecoder decoder = start(DecoderHarness.COMMAND)) {
      assertThat(PieceReadings.read(decoder, piece, 32, 32)).hasSize(3);
      assertThat(LoadedLibraries.has(decoder.pid(), "libjniswscale.so")).isTrue();
      assertThat(LoadedLibraries.hasOpenCv(decoder.pid())).isFalse();

      Cut pictures = new PieceMaker(video).whole(index -> true);
      assertThat(PieceReadings.read(decoder, pictures, 0, 0))
          .hasSize(3)
          .allMatch(picture -> picture.jpeg() != null);
      assertThat(LoadedLibraries.hasOpenCv(decoder.pid())).isTrue();
    }
  }

  @Test
  void framesHaveItBeforeTheirHeaderComes() throws Exception {
    try (VideoDecoder decoder = DecoderHarness.start(video)) {
      assertThat(LoadedLibraries.hasOpenCv(decoder.pid())).isTrue();
    }
  }

  @Test
  void aSpareLoadsTheRestWhereItIsTold() throws Exception {
    try (SpareDecoder spare = new SpareDecoder(DecoderHarness.COMMAND, VideoLimits.DEFAULT)) {
      spare.prepare();
      long pid = spare.pid();
      spare.loadAll();
      await().until(() -> LoadedLibraries.hasOpenCv(pid));
      await().until(() -> LoadedLibraries.has(pid, "libjniavfilter.so"));
      try (PieceDecoder decoder = start(spare)) {
        assertThat(decoder.pid()).isEqualTo(pid);
        assertThat(PieceReadings.read(decoder, piece, 32, 32)).hasSize(3);
      }
    }
  }

  @Test
  void theFirstSpareOfAServerProvesThemAll() throws Exception {
    try (SpareDecoder spare = new SpareDecoder(DecoderHarness.COMMAND, VideoLimits.DEFAULT)) {
      spare.prove(hindrance -> {});
      long pid = spare.pid();
      await().until(() -> LoadedLibraries.hasOpenCv(pid));
    }
  }

  private static PieceDecoder start(DecoderSource source) throws VideoException {
    return PieceDecoder.start(source, VideoLimits.DEFAULT, DecoderHarness.TIMER);
  }
}
