package edgeai.coordinator.fleet;

/**
 * What came of comparing a worker's frames with what another found in them. Its {@link
 * WorkerStanding} guards it.
 */
final class CheckRecord {
  private long checks;
  private long disagreements;
  private String last;

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
