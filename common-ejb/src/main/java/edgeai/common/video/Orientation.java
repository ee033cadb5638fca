package edgeai.common.video;

/**
 * How a frame must be turned to look as its maker saw it: mirrored first, then rotated.
 *
 * @param mirrored left and right change places
 * @param rotation degrees clockwise: 0, 90, 180 or 270
 */
record Orientation(boolean mirrored, int rotation) {
  static final Orientation UPRIGHT = new Orientation(false, 0);

  /**
   * Reads a display matrix (ISO/IEC 14496-12, 8.3.2: a b u, c d v, x y w, for row vectors with y
   * downwards); the nearest quarter turn stands for any other angle.
   */
  static Orientation of(int[] matrix) {
    long a = matrix[0];
    long b = matrix[1];
    long c = matrix[3];
    long d = matrix[4];
    if (a == 0 && b == 0) {
      return UPRIGHT;
    }
    boolean mirrored = (double) a * d - (double) b * c < 0;
    double angle = mirrored ? Math.atan2(-b, -a) : Math.atan2(b, a);
    return new Orientation(
        mirrored, Math.floorMod((int) Math.round(angle / (Math.PI / 2)), 4) * 90);
  }

  boolean isUpright() {
    return equals(UPRIGHT);
  }

  /** Whether width and height change places. */
  boolean swapsSides() {
    return rotation % 180 != 0;
  }
}
