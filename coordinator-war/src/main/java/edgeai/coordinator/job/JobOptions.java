package edgeai.coordinator.job;

import edgeai.coordinator.frame.ResultRules;
import edgeai.settings.SkipStill;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an uploader may ask for.
 *
 * @param sampleFps frames taken per second of video, 0 for all
 * @param confidence detections below are dropped; empty for what workers do by themselves
 * @param classes labels that count; empty for all
 * @param skipStill which frames are not inferred
 */
public record JobOptions(
    double sampleFps, OptionalDouble confidence, Set<String> classes, SkipStill skipStill) {
  /** Each frame is inferred. */
  public JobOptions(double sampleFps, OptionalDouble confidence, Set<String> classes) {
    this(sampleFps, confidence, classes, SkipStill.OFF);
  }

  ResultRules rules() {
    return new ResultRules(confidence, classes);
  }
}
