package edgeai.coordinator.frame;

import edgeai.common.wire.Detection;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a job wants to know of a frame.
 *
 * @param confidence detections below are dropped; empty keeps what the worker found
 * @param classes labels that count, whatever their case; empty for all
 */
public record ResultRules(OptionalDouble confidence, Set<String> classes) {
  public static final ResultRules ALL = new ResultRules(OptionalDouble.empty(), Set.of());

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
