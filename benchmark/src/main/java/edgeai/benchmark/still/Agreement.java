package edgeai.benchmark.still;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How far what was told of a video's frames is what each of them being inferred tells: F1. */
final class Agreement {
  /** Boxes are of the same object that overlap by so much (intersection over union). */
  private static final double OVERLAP = 0.5;

  private long common;
  private long all;

  /**
   * Takes in what was told of a frame in both ways.
   *
   * @return what is inferred and was not told
   */
  List<Detection> add(List<Detection> inferred, List<Detection> told) {
    List<Detection> left = new ArrayList<>(told);
    List<Detection> missed = new ArrayList<>();
    for (Detection one : inferred) {
      Optional<Detection> same =
          left.stream()
              .filter(other -> other.label().equals(one.label()))
              .filter(other -> overlap(one.box(), other.box()) >= OVERLAP)
              .max(Comparator.comparingDouble(other -> overlap(one.box(), other.box())));
      same.ifPresent(left::remove);
      common += same.isPresent() ? 1 : 0;
      if (same.isEmpty()) {
        missed.add(one);
      }
    }
    all += inferred.size() + told.size();
    return missed;
  }

  /** 0 to 1; 1 where nothing was found in either way. */
  double score() {
    return all == 0 ? 1 : 2.0 * common / all;
  }

  /** Intersection over union. */
  static double overlap(Box a, Box b) {
    double width = Math.min(a.x2(), b.x2()) - Math.max(a.x1(), b.x1());
    double height = Math.min(a.y2(), b.y2()) - Math.max(a.y1(), b.y1());
    double both = Math.max(0, width) * Math.max(0, height);
    double either = area(a) + area(b) - both;
    return either == 0 ? 0 : both / either;
  }

  private static double area(Box box) {
    return (double) (box.x2() - box.x1()) * (box.y2() - box.y1());
  }
}
