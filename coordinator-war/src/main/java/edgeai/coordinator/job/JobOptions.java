package edgeai.coordinator.job;

import edgeai.coordinator.frame.ResultRules;
import edgeai.settings.SkipStill;
import edgeai.settings.Tiles;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an uploader may ask for.
 *
 * @param sampleFps frames taken per second of video, 0 for all
 * @param confidence detections below are dropped; empty for what workers do by themselves
 * @param classes labels that count; empty for all
 * @param skipStill which frames are not inferred
 * @param tiles into which frames are cut, as it was asked for
 * @param tilesTaken the same as it is done, once the video's size is known
 */
public record JobOptions(
    double sampleFps,
    OptionalDouble confidence,
    Set<String> classes,
    SkipStill skipStill,
    Tiles tiles,
    Tiles tilesTaken) {
  /** Each frame is inferred, as one. */
  public JobOptions(double sampleFps, OptionalDouble confidence, Set<String> classes) {
    this(sampleFps, confidence, classes, SkipStill.OFF, Tiles.WHOLE, Tiles.WHOLE);
  }

  /** The same, now that it is known into what frames are cut. */
  public JobOptions cutInto(Tiles chosen) {
    return new JobOptions(sampleFps, confidence, classes, skipStill, tiles, chosen);
  }

  /** What its job wants to know of a frame. */
  public ResultRules rules() {
    return new ResultRules(confidence, classes, tilesTaken);
  }
}
