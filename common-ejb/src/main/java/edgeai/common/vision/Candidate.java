package edgeai.common.vision;

import java.util.Comparator;
import java.util.List;

/**
 * What one anchor proposes, in pixels of the network's input.
 *
 * @param classIndex row of the class, from 0
 * @param score of that class, above 0 and at most 1
 * @param cx centre, horizontally
 * @param cy centre, vertically
 * @param width of the box
 * @param height of the box
 */
record Candidate(int classIndex, float score, float cx, float cy, float width, float height) {

  private static final Comparator<Candidate> SUREST_FIRST =
      Comparator.comparingDouble(Candidate::score).reversed();

  /** By their corners. */
  static Candidate ofCorners(
      int classIndex, float score, float left, float top, float right, float bottom) {
    return new Candidate(
        classIndex, score, (left + right) / 2, (top + bottom) / 2, right - left, bottom - top);
  }

  /**
   * Those of a network that says each thing once: surest first, at most {@link
   * NonMaxSuppression#MOST_KEPT}.
   */
  static List<Candidate> surest(List<Candidate> found) {
    return found.stream().sorted(SUREST_FIRST).limit(NonMaxSuppression.MOST_KEPT).toList();
  }

  boolean hasFiniteBox() {
    return Float.isFinite(cx)
        && Float.isFinite(cy)
        && Float.isFinite(width)
        && Float.isFinite(height);
  }

  /** The same where a pixel was a fraction of a whole picture. */
  Candidate scaled(int across, int down) {
    return new Candidate(classIndex, score, cx * across, cy * down, width * across, height * down);
  }

  /** Intersection over union, 0 to 1; 0 where neither box has an area. */
  float overlap(Candidate other) {
    float across = shared(cx, width, other.cx, other.width);
    float down = shared(cy, height, other.cy, other.height);
    float intersection = across * down;
    float union = area() + other.area() - intersection;
    return union > 0 ? intersection / union : 0;
  }

  private float area() {
    return Math.max(width, 0) * Math.max(height, 0);
  }

  private static float shared(float centre, float length, float otherCentre, float otherLength) {
    float from = Math.max(centre - length / 2, otherCentre - otherLength / 2);
    float to = Math.min(centre + length / 2, otherCentre + otherLength / 2);
    return Math.max(to - from, 0);
  }
}
