package edgeai.coordinator.dispatch;

import edgeai.common.wire.Box;
import edgeai.common.wire.Detection;
import java.util.List;

/**
 * How far two workers found the same in a frame. Only what one of them is sure of counts, and it is
 * found where the other has the same label in about the same place, however sure: so what differs
 * between processors, precisions and decoders of pictures is no difference.
 *
 * @param sure objects that the second is sure of
 * @param missed those of them that the first did not find
 * @param claimed objects that the first is sure of
 * @param unseen those of them that the second did not find
 */
record OpinionMatch(int sure, int missed, int claimed, int unseen) {
  /** Below, objects come and go with the last digits of a score. */
  private static final double SURE = 0.6;

  /** So far above what is asked for at all. */
  private static final double MARGIN = 0.2;

  /** Of the area that two boxes cover together; what counts as found in PASCAL VOC. */
  private static final double SAME_PLACE = 0.5;

  /** What may differ where there is much to see. */
  private static final double TOLERATED = 0.25;

  /**
   * @param first what a worker says
   * @param second what it is held against
   * @param threshold below which neither tells what it found
   */
  static OpinionMatch of(List<Detection> first, List<Detection> second, double threshold) {
    double bar = Math.max(SURE, threshold + MARGIN);
    List<Detection> sure = sure(second, bar);
    List<Detection> claimed = sure(first, bar);
    return new OpinionMatch(
        sure.size(), missing(sure, first), claimed.size(), missing(claimed, second));
  }

  private static List<Detection> sure(List<Detection> all, double bar) {
    return all.stream().filter(detection -> detection.confidence() >= bar).toList();
  }

  private static int missing(List<Detection> sure, List<Detection> among) {
    return (int)
        sure.stream().filter(one -> among.stream().noneMatch(other -> areSame(one, other))).count();
  }

  private static boolean areSame(Detection one, Detection other) {
    return one.label().equals(other.label())
        && (isNowhere(one.box())
            || isNowhere(other.box())
            || overlap(one.box(), other.box()) >= SAME_PLACE);
  }

  /** Agents of old name labels only. */
  private static boolean isNowhere(Box box) {
    return area(box) == 0;
  }

  private static double overlap(Box one, Box other) {
    double width = Math.min(one.x2(), other.x2()) - Math.max(one.x1(), other.x1());
    double height = Math.min(one.y2(), other.y2()) - Math.max(one.y1(), other.y1());
    double common = Math.max(0, width) * Math.max(0, height);
    return common / (area(one) + area(other) - common);
  }

  private static double area(Box box) {
    return (double) (box.x2() - box.x1()) * (box.y2() - box.y1());
  }

  boolean isGood() {
    return missed + unseen <= TOLERATED * (sure + claimed);
  }

  /** What the first did not do, as a predicate: numbers only, since labels are a worker's words. */
  String sentence(long frameId, String secondId) {
    return "missed %d of %d objects that %s is sure of in frame %d, and is sure of %d that %s does not see"
        .formatted(missed, sure, secondId, frameId, unseen, secondId);
  }
}
