package edgeai.common.piece;

/**
 * What a frame is to those beside it, where frames that show nothing new are not inferred.
 *
 * @param begins whether it is the first of a run: what came before it is forgotten
 * @param known whether what became of it is known, and it is looked at for those after it only
 */
public record FrameRole(boolean begins, boolean known) {
  /** Of one that is nothing to others. */
  public static final FrameRole PLAIN = new FrameRole(false, false);

  private static final int BEGINS = 1;
  private static final int KNOWN = 2;

  static FrameRole of(int flags) {
    return new FrameRole((flags & BEGINS) != 0, (flags & KNOWN) != 0);
  }

  int flags() {
    return (begins ? BEGINS : 0) | (known ? KNOWN : 0);
  }
}
