package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import edgeai.common.fixture.TestVideos;
import edgeai.common.piece.VideoIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a real child process. */
class VideoIndexerTest {
  @TempDir Path folder;

  private IndexReport index(Path video) throws VideoException, InterruptedException {
    return VideoIndexer.index(
        DecoderHarness.COMMAND,
        video,
        folder.resolve("a.index"),
        VideoLimits.DEFAULT,
        DecoderHarness.TIMER);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void writesAnIndexBesideTheVideo() throws Exception {
    Path video =
        TestVideos.video(folder.resolve("a.mp4")).encoder("libopenh264").frames(60).write();
    assertThat(index(video)).isEqualTo(new IndexReport(true, null, 60));
    assertThat(names()).containsExactly("a.index", "a.mp4");
    try (VideoIndex index = VideoIndex.open(folder.resolve("a.index"), video)) {
      assertThat(index.segments()).isEqualTo(5);
      assertThat(index.segment(2).firstFrame()).isEqualTo(24);
      assertThat(index.micros(59)).isEqualTo(59 * 40_000);
    }
  }

  @Test
  void saysWhyThereIsNone() throws Exception {
    Path video = TestVideos.video(folder.resolve("a.ts")).write();
    assertThat(index(video))
        .isEqualTo(
            new IndexReport(false, "has frames that do not lie in the file in one piece", 0));
    assertThat(names()).containsExactly("a.ts");
  }

  @Test
  void whatIsNoVideoIsRefused() throws Exception {
    Path video = Files.writeString(folder.resolve("a.mp4"), "no video");
    assertThatThrownBy(() -> index(video)).isInstanceOf(VideoException.class);
    assertThat(names()).containsExactly("a.mp4");
  }
}
