package edgeai.benchmark.footage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipLoopTest {
  private static final Path CLIP = Path.of("../model/demo/street.mp4");
  private static final int FRAMES = 225;
  private static final double FPS = 15;

  @TempDir private Path folder;

  @Test
  void aClipTwiceHasAllItsFramesTwiceAtEvenTimes() throws IOException {
    Path twice = folder.resolve("twice.mp4");

    ClipLoop.copy(CLIP, twice, 2);

    try (PlainVideo video = new PlainVideo(twice, 1)) {
      int frames = 0;
      while (video.next() != null) {
        assertThat(video.seconds()).isBetween((frames - 0.5) / FPS, (frames + 0.5) / FPS);
        frames++;
      }
      assertThat(frames).isEqualTo(2 * FRAMES);
    }
  }
}
