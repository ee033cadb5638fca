package edgeai.common.still;

import edgeai.common.wire.Box;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;

/**
 * Decides of the frames of one run, one after the other, whether each has to be inferred. Compared
 * is with the frame that was inferred last, so that slow changes add up. Three rules:
 *
 * <ul>
 *   <li>A frame is inferred where some window has changed by the gate or more. In and around boxes
 *       that were found a third of that is enough; windows that are idle do not count.
 *   <li>One is inferred {@link #LONGEST_MICROS} after the last at the latest, so that whatever the
 *       gate does not see is missed for no longer. By a strict gate {@link #MOST_IN_A_ROW} frames
 *       take theirs from one at most: noise alone makes a detector find something else now and
 *       then, which is told of as many frames as take it.
 *   <li>A gate knows nothing of what came before its first frame, which is inferred.
 * </ul>
 *
 * What was found in a frame may become known later, and in any order: as long as the decision is
 * the same whatever it may be, it is made at once, so that it never depends on how quick anybody
 * is. Not thread-safe.
 */
public final class StillGate {
  /** Of a video's own time from one frame that is inferred to the next, at most. */
  public static final long LONGEST_MICROS = 1_000_000;

  /** Frames that take what was found in the same one, by a gate up to {@link #STRICT}. */
  static final int MOST_IN_A_ROW = 3;

  /** Who wants so little passed over wants each frame told as if it were inferred. */
  private static final double STRICT = 0.08;

  /** So much more counts what changes in or around boxes. */
  private static final int STRICTER = 3;

  private static final double DIGITS = 1_000;

  private final double gate;
  private final Deque<InferredPicture> unknown = new ArrayDeque<>();
  private IdleWindows idle;
  private InferredPicture last;
  private BitSet before = new BitSet();
  private int inARow;

  /**
   * @param gate a change by which a frame is inferred, 0 to 1
   */
  public StillGate(double gate) {
    this.gate = gate;
  }

  /**
   * Looks at the next frame, or at the same one again. Of one that is inferred {@link #found} or
   * {@link #lost} tells the rest.
   *
   * @param micros of the video's own time
   */
  public StillLook look(long frame, GreyPicture picture, long micros) {
    if (last == null || !picture.isLike(last.picture())) {
      return infer(frame, picture, micros, new BitSet(), 1);
    }
    WindowChanges changes = WindowChanges.between(last.picture(), picture);
    double change = Math.round(changes.most() * DIGITS) / DIGITS;
    if (isOld(micros)) {
      return infer(frame, picture, micros, new BitSet(), change);
    }
    StillDecision decision = decide(changes);
    inARow += decision == StillDecision.REUSE ? 1 : 0;
    return decision == StillDecision.INFER
        ? infer(frame, picture, micros, idle.confined(changes.from(gate)), change)
        : new StillLook(decision, last.frame(), change);
  }

  /** Whether nothing may take what was found in the last one any more, whatever it shows. */
  private boolean isOld(long micros) {
    return micros - last.micros() >= LONGEST_MICROS
        || micros < last.micros()
        || gate <= STRICT && inARow >= MOST_IN_A_ROW;
  }

  private StillLook infer(
      long frame, GreyPicture picture, long micros, BitSet examined, double change) {
    long source = last == null ? 0 : last.frame();
    if (last == null || !picture.isLike(last.picture())) {
      idle = new IdleWindows(WindowGrid.of(picture).count());
      before = new BitSet();
      unknown.clear();
    }
    last = new InferredPicture(frame, picture, micros, examined);
    inARow = 0;
    unknown.add(last);
    return new StillLook(StillDecision.INFER, source, change);
  }

  private StillDecision decide(WindowChanges changes) {
    if (heaviest(changes, false) >= gate) {
      return StillDecision.INFER;
    }
    return heaviest(changes, true) < gate ? StillDecision.REUSE : StillDecision.AWAIT;
  }

  /**
   * What the change comes to in the window where it comes to most; of what is not known yet, the
   * least or the most that is possible.
   */
  private double heaviest(WindowChanges changes, boolean atMost) {
    double heaviest = 0;
    for (int window = 0; window < changes.size(); window++) {
      double share = changes.share(window);
      if (share > 0) {
        heaviest = Math.max(heaviest, share * weight(window, atMost));
      }
    }
    return heaviest;
  }

  private int weight(int window, boolean atMost) {
    BitSet around = last.around();
    if (around == null ? atMost : around.get(window)) {
      return STRICTER;
    }
    // a box may be found there, or none again
    boolean mayBeIdle =
        atMost
            ? unknown.isEmpty() && idle.isIdle(window)
            : idle.isIdleAfter(window, unknownFor(window));
    return mayBeIdle ? 0 : 1;
  }

  /** Frames that were inferred because of a window, and of which it is not known what is there. */
  private long unknownFor(int window) {
    return unknown.stream().filter(reference -> reference.examined().get(window)).count();
  }

  /**
   * What was found in a frame that is inferred.
   *
   * @param boxes in pixels of a frame of this size
   */
  public void found(long frame, Collection<Box> boxes, int width, int height) {
    for (InferredPicture reference : unknown) {
      if (reference.frame() == frame) {
        GreyPicture picture = reference.picture();
        reference.found(WindowGrid.of(picture).around(boxes, width, height, picture));
      }
    }
    learn();
  }

  /** In the order in which they were looked at. */
  private void learn() {
    while (!unknown.isEmpty() && unknown.peek().around() != null) {
      InferredPicture known = unknown.remove();
      BitSet around = (BitSet) known.around().clone();
      around.or(before);
      idle.examined(known.examined(), around);
      before = known.around();
    }
  }

  /** A frame was not inferred after all: nothing is compared with it any more. */
  public void lost(long frame) {
    unknown.removeIf(reference -> reference.frame() == frame);
    if (last != null && last.frame() == frame) {
      last = null;
    }
    learn();
  }
}
