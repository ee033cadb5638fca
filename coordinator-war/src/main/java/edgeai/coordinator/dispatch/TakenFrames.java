package edgeai.coordinator.dispatch;

import java.util.BitSet;

/**
 * The frames that are taken from a video, by their numbers in it, and the place of each among them:
 * its ordinal, which its id is made of. Never changes.
 */
public final class TakenFrames {
  private static final int STEP = 1 << 10;

  private final BitSet taken;
  private final int[] before;

  /**
   * @param taken not copied, never changed
   */
  public TakenFrames(BitSet taken) {
    this.taken = taken;
    this.before = new int[taken.length() / STEP + 2];
    for (int step = 1; step < before.length; step++) {
      before[step] = before[step - 1] + taken.get((step - 1) * STEP, step * STEP).cardinality();
    }
  }

  public long count() {
    return taken.cardinality();
  }

  /**
   * How many are taken before this one.
   *
   * @param index of one that is taken
   */
  long ordinal(int index) {
    int step = index / STEP;
    int ordinal = before[step];
    for (int i = taken.nextSetBit(step * STEP); i >= 0 && i < index; i = taken.nextSetBit(i + 1)) {
      ordinal++;
    }
    return ordinal;
  }

  /** How many of these are taken. */
  public long among(BitSet others) {
    BitSet both = (BitSet) taken.clone();
    both.and(others);
    return both.cardinality();
  }

  /** Those that are not among these. */
  BitSet without(BitSet settled) {
    BitSet rest = (BitSet) taken.clone();
    rest.andNot(settled);
    return rest;
  }
}
