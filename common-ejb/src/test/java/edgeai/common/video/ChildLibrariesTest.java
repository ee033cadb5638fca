package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.TestVideos;
import edgeai.common.video.PieceMaker.Cut;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
  void whatCannotBeLoadedIsNamedByTheFirstThatNeedsIt(@TempDir Path unpacked) throws Exception {
    DecoderCommand withoutOpenCv = withoutOpenCv(unpacked);
    try (PieceDecoder decoder = start(withoutOpenCv)) {
      assertThat(PieceReadings.read(decoder, piece, 32, 32)).hasSize(3);
    }
    VideoException failure =
        catchThrowableOfType(
            VideoException.class,
            () ->
                VideoDecoder.start(
                    withoutOpenCv, video, 0, 90, VideoLimits.DEFAULT, DecoderHarness.TIMER));
    assertThat(failure.kind()).isEqualTo(VideoException.Kind.UNAVAILABLE);
    assertThat(failure).hasMessageContaining("jniopencv_core is missing");
  }

  @Test
  void aServerHearsWhatCannotBeLoadedBeforeAnythingNeedsIt(@TempDir Path unpacked)
      throws Exception {
    List<String> hindrances = new CopyOnWriteArrayList<>();
    try (SpareDecoder spare = new SpareDecoder(withoutOpenCv(unpacked), VideoLimits.DEFAULT)) {
      spare.prove(hindrances::add);
      await().atMost(Duration.ofMinutes(1)).until(() -> !hindrances.isEmpty());
    }
    assertThat(hindrances).singleElement().asString().contains("jniopencv_core is missing");
  }

  @Test
  void aSpareLoadsTheRestWhereItIsTold() throws Exception {
    try (SpareDecoder spare = new SpareDecoder(DecoderHarness.COMMAND, VideoLimits.DEFAULT)) {
      spare.prepare();
      long pid = spare.pid();
      spare.loadAll();
      await().atMost(Duration.ofMinutes(1)).until(() -> LoadedLibraries.hasOpenCv(pid));
      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> LoadedLibraries.has(pid, "libjniavfilter.so"));
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
      await().atMost(Duration.ofMinutes(1)).until(() -> LoadedLibraries.hasOpenCv(pid));
    }
  }

  private static DecoderCommand withoutOpenCv(Path unpacked) {
    return DecoderCommand.in(
        unpacked,
        DecoderClassPath.find().stream()
            .filter(entry -> !entry.getFileName().toString().matches("opencv-.*-linux-.*"))
            .toList());
  }

  private static PieceDecoder start(DecoderSource source) throws VideoException {
    return PieceDecoder.start(source, VideoLimits.DEFAULT, DecoderHarness.TIMER);
  }
}
