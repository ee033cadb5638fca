package edgeai.coordinator.frame;

import edgeai.common.wire.Detection;
import edgeai.settings.Tiles;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a job wants to know of a frame.
 *
 * @param confidence detections below are dropped; empty keeps what the worker found
 * @param classes labels that count, whatever their case; empty for all
 * @param tiles into which the frame is cut before it is inferred
 */
public record ResultRules(OptionalDouble confidence, Set<String> classes, Tiles tiles) {
  public static final ResultRules ALL = new ResultRules(OptionalDouble.empty(), Set.of());

  /** Of frames that are not cut. */
  public ResultRules(OptionalDouble confidence, Set<String> classes) {
    this(confidence, classes, Tiles.WHOLE);
  }

  public List<Detection> apply(List<Detection> detections) {
    return detections.stream()
        .filter(d -> d.confidence() >= confidence.orElse(0))
        .filter(d -> classes.isEmpty() || isAskedFor(d.label()))
        .toList();
  }

  private boolean isAskedFor(String label) {
    return classes.contains(label) || classes.stream().anyMatch(label::equalsIgnoreCase);
  }
}
