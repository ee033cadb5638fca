package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import java.util.List;

/**
 * What comes of the opinions about a frame. The coordinator's own worker is right; among others two
 * are against a third, and one against one proves nothing against either.
 */
final class SpotVerdict {
  /** What is known so far. */
  enum Kind {
    AGREED,
    /** One is wrong, and which is known. */
    WRONG,
    /** They differ, and one more could tell who is right. */
    OPEN
  }

  private final Kind kind;
  private final WorkerNode wrong;
  private final String evidence;

  private SpotVerdict(Kind kind, WorkerNode wrong, String evidence) {
    this.kind = kind;
    this.wrong = wrong;
    this.evidence = evidence;
  }

  /**
   * @param threshold below which nobody tells what it found
   */
  static SpotVerdict on(SpotCheck check, double threshold) {
    List<SpotCheck.Opinion> all = check.opinions();
    SpotCheck.Opinion doer = all.get(0);
    SpotCheck.Opinion last = all.get(all.size() - 1);
    OpinionMatch ofDoer = OpinionMatch.of(doer.found(), last.found(), threshold);
    String evidence = ofDoer.sentence(check.frame().id(), last.worker().id());
    if (all.size() == 2) {
      return ofDoer.isGood()
          ? new SpotVerdict(Kind.AGREED, null, null)
          : last.worker().isLocal()
              ? new SpotVerdict(Kind.WRONG, doer.worker(), evidence)
              : new SpotVerdict(Kind.OPEN, null, evidence);
    }
    SpotCheck.Opinion second = all.get(1);
    OpinionMatch ofSecond = OpinionMatch.of(second.found(), last.found(), threshold);
    if (ofDoer.isGood() == ofSecond.isGood()) {
      return new SpotVerdict(Kind.OPEN, null, evidence);
    }
    return ofSecond.isGood()
        ? new SpotVerdict(Kind.WRONG, doer.worker(), evidence)
        : new SpotVerdict(
            Kind.WRONG, second.worker(), ofSecond.sentence(check.frame().id(), last.worker().id()));
  }

  Kind kind() {
    return kind;
  }

  /** Null where nobody is known to be. */
  WorkerNode wrong() {
    return wrong;
  }

  /** What speaks against who is wrong, or, where that is open, what the two differ in. */
  String evidence() {
    return evidence;
  }
}
