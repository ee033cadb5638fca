package edgeai.coordinator.fleet;

/**
 * What came of comparing a worker's frames with what another found in them. Its {@link Trust}
 * guards it.
 */
final class CheckRecord {
  /** One of so many first frames is looked at in any case, unless none ever is. */
  private static final int FIRST = 8;

  private final Reputation owner;
  private int known;
  private int done;
  private boolean chosen;
  private long checks;
  private long disagreements;
  private String last;

  /**
   * @param owner what is held against its owner
   */
  CheckRecord(Reputation owner) {
    this.owner = owner;
    this.known = owner.convictions();
  }

  /**
   * Whether a frame that it did is looked at by another: the next one, too, after another worker of
   * its owner was found wrong, until somebody agreed with it.
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
    int convictions = owner.convictions();
    known = Math.min(known, convictions);
    return ofFirst || convictions > known || random < share;
  }

  /** Both found the same. */
  void agreed() {
    checks++;
    known = owner.convictions();
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
