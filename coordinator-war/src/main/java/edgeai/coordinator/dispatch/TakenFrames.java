package edgeai.coordinator.dispatch;

import java.util.BitSet;

/**
 * The frames that are taken from a video, by their numbers in it, and the place of each among them:
 * its ordinal, which its id is made of. Never changes.
 */
public final class TakenFrames {
  private final BitSet taken;

  /** The same, 64 frames each. */
  private final long[] words;

  /** How many are taken before each of the words. */
  private final int[] before;

  /**
   * @param taken not copied, never changed
   */
  public TakenFrames(BitSet taken) {
    this.taken = taken;
    this.words = taken.toLongArray();
    this.before = new int[words.length];
    for (int word = 1; word < words.length; word++) {
      before[word] = before[word - 1] + Long.bitCount(words[word - 1]);
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
    int word = index / Long.SIZE;
    // a shift goes by the last six bits of the index: its place in the word
    return before[word] + Long.bitCount(words[word] & ((1L << index) - 1));
  }

  /** The next one that is taken after this; beyond all others where there is none. */
  int after(int index) {
    int next = taken.nextSetBit(index + 1);
    return next < 0 ? Integer.MAX_VALUE : next;
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
