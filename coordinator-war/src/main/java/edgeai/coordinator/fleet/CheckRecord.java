package edgeai.coordinator.fleet;

/**
 * What came of comparing a worker's frames with what another found in them. Its {@link
 * WorkerStanding} guards it.
 */
final class CheckRecord {
  /** One of so many first frames is looked at in any case, unless none ever is. */
  private static final int FIRST = 8;

  private int done;
  private boolean chosen;
  private long checks;
  private long disagreements;
  private String last;

  /**
   * Whether a frame that it did is looked at by another.
   *
   * @param share of its frames, 0 to 1
   * @param random 0 to 1, another each time
   * @param early whether one of its first is in any case
   */
  boolean chooses(double share, double random, boolean early) {
    if (share == 0) {
      return false;
    }
    done = Math.min(FIRST, done + 1);
    boolean ofFirst = early && !chosen && random * (FIRST + 1 - done) < 1;
    chosen |= ofFirst;
    return ofFirst || random < share;
  }

  /** Both found the same. */
  void agreed() {
    checks++;
  }

  /**
   * They did not.
   *
   * @param evidence what each found, in a sentence
   */
  void disagreed(String evidence) {
    checks++;
    disagreements++;
    last = evidence;
  }

  long checks() {
    return checks;
  }

  long disagreements() {
    return disagreements;
  }

  /** What they found where they differed last; null where they never did. */
  String last() {
    return last;
  }
}
