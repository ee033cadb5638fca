package edgeai.common.still;

import java.util.BitSet;

/**
 * Windows in which something moves that is nothing: a leaf, a flag, digits that are burnt into the
 * picture. They had frames inferred more than once, and no box was found there; a box that is found
 * there makes them count again.
 */
final class IdleWindows {
  /** So often a window has to have had a frame inferred for nothing. */
  private static final int TIMES = 2;

  /** What takes more of a picture than this part is not idle, whatever was found. */
  private static final int PART = 16;

  private final byte[] times;

  IdleWindows(int windows) {
    times = new byte[windows];
  }

  /** These, or none where they are too many for something that is nothing. */
  BitSet confined(BitSet windows) {
    return windows.cardinality() * PART <= times.length ? windows : new BitSet();
  }

  /**
   * A frame was inferred because of these.
   *
   * @param around boxes, in that frame and in the one before
   */
  void examined(BitSet windows, BitSet around) {
    around.stream().forEach(window -> times[window] = 0);
    windows.stream()
        .filter(window -> !around.get(window) && times[window] < TIMES)
        .forEach(window -> times[window]++);
  }

  boolean isIdle(int window) {
    return isIdleAfter(window, 0);
  }

  /** Whether it is once it had so many more frames inferred for nothing. */
  boolean isIdleAfter(int window, long more) {
    return times[window] + more >= TIMES;
  }
}
