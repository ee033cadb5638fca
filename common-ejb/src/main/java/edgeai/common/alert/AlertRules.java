package edgeai.common.alert;

import edgeai.common.wire.Alert;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The alerts one frame gives cause for. */
public final class AlertRules {
  static final String SLOW = "slow_inference";

  private static final String PERSON = "person";
  private static final Set<String> HEAVY = Set.of("truck", "bus");
  private static final Set<String> VEHICLES =
      Set.of("car", "truck", "bus", "motorcycle", "bicycle");

  private final AlertLimits limits;

  public AlertRules(AlertLimits limits) {
    this.limits = limits;
  }

  public List<Alert> judge(FrameResult frame) {
    List<Alert> alerts = new ArrayList<>();
    Map<String, Integer> counts = frame.objectCounts();
    List<String> heavy = HEAVY.stream().filter(counts::containsKey).sorted().toList();
    if (counts.containsKey(PERSON) && !heavy.isEmpty()) {
      List<String> labels = Stream.concat(Stream.of(PERSON), heavy.stream()).toList();
      alerts.add(
          alert(
              frame,
              Alert.CRITICAL,
              labels,
              "A person and a %s are in the same frame.".formatted(String.join(" and a ", heavy))));
    }
    int vehicles = VEHICLES.stream().mapToInt(label -> counts.getOrDefault(label, 0)).sum();
    if (vehicles >= limits.congestion()) {
      List<String> labels = VEHICLES.stream().filter(counts::containsKey).sorted().toList();
      alerts.add(
          alert(frame, Alert.WARNING, labels, "%d vehicles are in one frame.".formatted(vehicles)));
    }
    if (frame.processingTimeMs() > limits.slowInferenceMs()) {
      alerts.add(
          alert(
              frame,
              Alert.WARNING,
              List.of(SLOW),
              "Inference took %d ms on worker %s."
                  .formatted(Math.round(frame.processingTimeMs()), frame.workerId())));
    }
    return alerts;
  }

  /**
   * The {@code info} alert that whoever infers a frame raises of it: a person or a vehicle that is
   * sure enough is there.
   */
  public Optional<Alert> sighting(FrameResult frame) {
    List<String> labels =
        frame.detections().stream()
            .filter(found -> found.confidence() >= limits.confidence())
            .map(Detection::label)
            .filter(label -> label.equals(PERSON) || VEHICLES.contains(label))
            .distinct()
            .sorted()
            .toList();
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            alert(
                frame,
                Alert.INFO,
                labels,
                "In the frame: %s (confidence %s or more)."
                    .formatted(String.join(", ", labels), limits.confidence())));
  }

  private Alert alert(FrameResult frame, String level, List<String> labels, String message) {
    List<Detection> shown =
        frame.detections().stream().filter(d -> d.confidence() >= limits.confidence()).toList();
    return new Alert(
        frame.workerId(),
        frame.frameId(),
        frame.receivedAt(),
        shown,
        labels,
        level,
        message,
        1,
        frame.frameId(),
        frame.frameId(),
        frame.jobId());
  }
}
