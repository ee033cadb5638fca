package edgeai.coordinator.trial;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far two models agree: F1 of the one's detections against the other's, of all pictures
 * together. Two detections are one object where their labels are the same and their boxes overlap
 * by half (intersection over union); each is matched once, the surest first.
 */
final class TrialAgreement {
  private static final double SAME = 0.5;

  private long matched;
  private long all;
  private int pictures;

  /** What both found in one picture. */
  void add(List<Detection> before, List<Detection> now) {
    List<Detection> left = new ArrayList<>(before);
    now.stream()
        .sorted(Comparator.comparingDouble(Detection::confidence).reversed())
        .forEach(detection -> match(detection, left));
    all += before.size() + now.size();
    pictures++;
  }

  private void match(Detection detection, List<Detection> left) {
    left.stream()
        .filter(other -> other.label().equalsIgnoreCase(detection.label()))
        .filter(other -> overlap(other.box(), detection.box()) >= SAME)
        .max(Comparator.comparingDouble(other -> overlap(other.box(), detection.box())))
        .ifPresent(
            other -> {
              left.remove(other);
              matched++;
            });
  }

  private static double overlap(Box one, Box other) {
    double width = Math.min(one.x2(), other.x2()) - Math.max(one.x1(), other.x1());
    double height = Math.min(one.y2(), other.y2()) - Math.max(one.y1(), other.y1());
    double shared = Math.max(0, width) * Math.max(0, height);
    double together = area(one) + area(other) - shared;
    return together <= 0 ? 0 : shared / together;
  }

  private static double area(Box box) {
    return (double) (box.x2() - box.x1()) * (box.y2() - box.y1());
  }

  int pictures() {
    return pictures;
  }

  /** From 0 to 1, with three decimals; 1 where neither found anything. */
  double share() {
    return all == 0 ? 1 : Math.round(2_000.0 * matched / all) / 1_000.0;
  }
}
