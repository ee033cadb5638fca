package edgeai.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a demo was asked for.
 *
 * @param clip the demo clip, whose ground truth lies beside it
 * @param sampleFps frames taken per second of video, empty for the coordinator's own choice
 */
public record DemoOrder(Path video, Path clip, String sampleFps) {

  /** What the video shows, where it is the demo clip. */
  Optional<GroundTruth> truth() throws IOException {
    if (!Files.exists(clip) || !Files.isSameFile(video, clip)) {
      return Optional.empty();
    }
    String name = clip.getFileName().toString().replaceFirst("[.][^.]+$", ".json");
    return Optional.of(GroundTruth.read(clip.resolveSibling(name)));
  }
}
