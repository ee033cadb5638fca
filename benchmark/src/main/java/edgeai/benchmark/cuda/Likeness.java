package edgeai.benchmark.cuda;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether two providers found the same in a picture, but for the last digits of their sums. */
final class Likeness {
  private static final int PIXELS = 3;
  private static final double CONFIDENCE = 0.02;

  private Likeness() {}

  /** Whether each object of one has its own in the other, and none is left over. */
  static boolean of(List<Detection> some, List<Detection> others) {
    List<Detection> left = new ArrayList<>(others);
    for (Detection one : some) {
      Optional<Detection> same = left.stream().filter(other -> alike(one, other)).findFirst();
      if (same.isEmpty()) {
        return false;
      }
      left.remove(same.get());
    }
    return left.isEmpty();
  }

  private static boolean alike(Detection one, Detection other) {
    Box a = one.box();
    Box b = other.box();
    return one.label().equals(other.label())
        && Math.abs(one.confidence() - other.confidence()) <= CONFIDENCE
        && near(a.x1(), b.x1())
        && near(a.y1(), b.y1())
        && near(a.x2(), b.x2())
        && near(a.y2(), b.y2());
  }

  private static boolean near(int one, int other) {
    return Math.abs(one - other) <= PIXELS;
  }
}
