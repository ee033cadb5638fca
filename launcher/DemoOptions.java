package launcher;

import java.nio.file.Path;

/**
 * What a demo was asked for.
 *
 * @param sampleFps frames taken per second of video, empty for the coordinator's own choice
 * @param exit whether it ends after the tables
 */
record DemoOptions(Path video, String sampleFps, boolean exit) {
  DemoOptions withSampleFps(String fps) {
    return new DemoOptions(video, fps, exit);
  }

  DemoOptions withExit() {
    return new DemoOptions(video, sampleFps, true);
  }
}
