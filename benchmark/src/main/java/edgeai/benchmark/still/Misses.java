package edgeai.benchmark.still;

import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.List;

/**
 * For how long an object was missed that each frame being inferred tells: from the first frame
 * without it to the next with it, in a row.
 */
final class Misses {
  /** An object that is missed is the one that was missed in the frame before where it is near. */
  private static final double NEAR = 0.3;

  private record Miss(Detection object, double since) {}

  private List<Miss> open = List.of();
  private double longest;

  /**
   * Takes in the next frame.
   *
   * @param missed objects of it
   * @param seconds its time
   * @param next the time of the one after it
   */
  void add(List<Detection> missed, double seconds, double next) {
    List<Miss> now = new ArrayList<>();
    for (Detection object : missed) {
      double since =
          open.stream()
              .filter(miss -> miss.object().label().equals(object.label()))
              .filter(miss -> Agreement.overlap(miss.object().box(), object.box()) >= NEAR)
              .mapToDouble(Miss::since)
              .min()
              .orElse(seconds);
      now.add(new Miss(object, since));
      longest = Math.max(longest, next - since);
    }
    open = now;
  }

  /** Seconds. */
  double longest() {
    return longest;
  }
}
