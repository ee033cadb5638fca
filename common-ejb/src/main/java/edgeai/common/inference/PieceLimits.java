package edgeai.common.inference;

/**
 * How much of pieces a server has in hand.
 *
 * @param pieces at the same time, those that are decoded ahead included
 * @param callers frames that are inferred at the same time
 * @param bytes of decoded frames that wait, of all pieces; a piece that has none waiting may always
 *     have one
 */
public record PieceLimits(int pieces, int callers, long bytes) {
  private static final int MOST_PIECES = 8;
  private static final long MOST_BYTES = 256L << 20;

  /** One piece is at hand beside as many as callers can be kept busy with. */
  public static PieceLimits of(int callers) {
    return new PieceLimits(Math.min(callers + 1, MOST_PIECES), callers, MOST_BYTES);
  }

  /**
   * Pieces that are taken: twice as many, since that a client gave one up is noticed only with its
   * next line, and meanwhile it sends another.
   */
  int places() {
    return 2 * pieces;
  }

  /** Frames of one piece between its decoder and whoever takes its answers. */
  int ahead() {
    return 2 * callers + 2;
  }
}
