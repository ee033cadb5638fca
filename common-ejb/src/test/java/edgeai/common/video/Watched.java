package edgeai.common.video;

import java.util.ArrayList;
import java.util.List;

/**
 * Which frames of a live source were taken, held against when each was sent. That a busy machine
 * lets frames come late, or many at once, is no fault: one is sent before it comes, and comes
 * before it is handed on.
 *
 * @param sentMs when the source began to send each of its frames that came whole
 * @param taken in order, at least one
 */
record Watched(List<Double> sentMs, List<Taken> taken) {
  /** How many a second are wanted. */
  static final double FPS = 5;

  private static final double INTERVAL_MS = 1_000 / FPS;
  private static final double ROUNDING_MS = 2;

  /**
   * One that was taken.
   *
   * @param index among all frames of the source
   * @param toldMs when it came, by the clock of the source
   * @param nanoTime when it was handed on
   */
  record Taken(int index, long toldMs, long nanoTime) {
    double handedOnMs() {
      return nanoTime / 1e6;
    }
  }

  /** What is wrong, in words. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    double latest = latestStart();
    double earliest =
        taken.stream().mapToDouble(one -> sentMs.get(one.index) - one.toldMs).max().orElseThrow();
    if (earliest > latest + ROUNDING_MS) {
      faults.add("its clock is wrong by %.0f ms".formatted(earliest - latest));
    }
    double wanted = 3 + last().toldMs / INTERVAL_MS;
    if (taken.size() > wanted) {
      faults.add("%d frames were taken, %.1f wanted".formatted(taken.size(), wanted));
    }
    for (int i = 0; i < taken.size(); i++) {
      int next = i + 1 < taken.size() ? taken.get(i + 1).index : sentMs.size();
      double due = latest + taken.get(i).toldMs + INTERVAL_MS + ROUNDING_MS;
      for (int passed = taken.get(i).index + 1; passed < next; passed++) {
        if (sentMs.get(passed) > due) {
          faults.add("frame %d was due and was passed over".formatted(passed));
        }
      }
    }
    return faults;
  }

  /** The latest moment that its clock can have begun at. */
  private double latestStart() {
    return taken.stream().mapToDouble(one -> one.handedOnMs() - one.toldMs).min().orElseThrow();
  }

  private Taken last() {
    return taken.get(taken.size() - 1);
  }
}
