package edgeai.common.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Greedy non-maximum suppression per class: the highest score stays, and everything of its class
 * that overlaps it by more than the threshold goes. Limits as in Ultralytics' {@code
 * non_max_suppression}.
 */
final class NonMaxSuppression {

  /** Of models that name none of their own. */
  static final double USUAL_IOU = 0.7;

  /** At most so many objects are kept. */
  static final int MOST_KEPT = 300;

  /** At most so many candidates, the highest scores, are looked at. */
  static final int MOST_CANDIDATES = 30_000;

  /** Highest score first; ties go by class and place, never by the order of the input. */
  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble(Candidate::score)
          .reversed()
          .thenComparingInt(Candidate::classIndex)
          .thenComparingDouble(Candidate::cx)
          .thenComparingDouble(Candidate::cy)
          .thenComparingDouble(Candidate::width)
          .thenComparingDouble(Candidate::height);

  private NonMaxSuppression() {}

  /**
   * The candidates that stay, highest score first; the same for any order of the input.
   *
   * @param iou boxes of one class that overlap by more than this intersection over union are one
   *     object
   */
  static List<Candidate> suppress(List<Candidate> candidates, double iou) {
    List<Candidate> sorted = candidates.stream().sorted(BEST_FIRST).limit(MOST_CANDIDATES).toList();
    List<Candidate> kept = new ArrayList<>();
    for (Candidate candidate : sorted) {
      if (kept.size() == MOST_KEPT) {
        break;
      }
      if (kept.stream().noneMatch(better -> sameObject(better, candidate, iou))) {
        kept.add(candidate);
      }
    }
    return kept;
  }

  private static boolean sameObject(Candidate better, Candidate candidate, double iou) {
    return better.classIndex() == candidate.classIndex() && better.overlap(candidate) > (float) iou;
  }
}
