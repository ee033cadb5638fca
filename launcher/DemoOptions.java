package launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a demo was asked for.
 *
 * @param clip the demo clip, whose ground truth lies beside it
 * @param sampleFps frames taken per second of video, empty for the coordinator's own choice
 * @param exit whether it ends after the tables
 */
record DemoOptions(Path video, Path clip, String sampleFps, boolean exit) {
  static DemoOptions of(Path video, Path clip) {
    return new DemoOptions(video, clip, "", false);
  }

  DemoOptions withSampleFps(String fps) {
    return new DemoOptions(video, clip, fps, exit);
  }

  DemoOptions withExit() {
    return new DemoOptions(video, clip, sampleFps, true);
  }

  /** What the video shows, where it is the demo clip. */
  Optional<GroundTruth> truth() throws IOException {
    if (!Files.exists(clip) || !Files.isSameFile(video, clip)) {
      return Optional.empty();
    }
    String name = clip.getFileName().toString().replaceFirst("[.][^.]+$", ".json");
    return Optional.of(GroundTruth.read(clip.resolveSibling(name)));
  }
}
