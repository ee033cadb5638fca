package edgeai.benchmark.still;

import edgeai.benchmark.footage.PaintedFrame;

/** Pixels that belong to an object, cut out of a picture. */
final class Cutout {
  /** What differs by less from the picture without it is no part of it. */
  private static final int LEAST = 26;

  private final byte[] picture;
  private final boolean[] mask = new boolean[PaintedFrame.WIDTH * PaintedFrame.HEIGHT];
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;

  /**
   * Cuts it out.
   *
   * @param empty the picture without it
   * @param picture the one with it
   */
  Cutout(byte[] empty, byte[] picture, int left, int top, int right, int bottom) {
    this.picture = picture;
    this.left = left;
    this.top = top;
    this.right = right;
    this.bottom = bottom;
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int at = y * PaintedFrame.WIDTH + x;
        for (int channel = 3 * at; channel < 3 * at + 3; channel++) {
          mask[at] |= Math.abs((empty[channel] & 0xff) - (picture[channel] & 0xff)) > LEAST;
        }
      }
    }
  }

  /** Puts it with its left edge there, between pixels where that is. */
  void onto(byte[] frame, double edge) {
    int whole = (int) Math.floor(edge) - left;
    double part = edge - Math.floor(edge);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x <= right; x++) {
        int to = x + whole;
        if (to >= 0 && to < PaintedFrame.WIDTH) {
          blend(frame, y * PaintedFrame.WIDTH + to, y * PaintedFrame.WIDTH + x, 1 - part);
          blend(frame, y * PaintedFrame.WIDTH + to, y * PaintedFrame.WIDTH + x - 1, part);
        }
      }
    }
  }

  int width() {
    return right - left;
  }

  private void blend(byte[] frame, int to, int from, double share) {
    if (!mask[from]) {
      return;
    }
    for (int channel = 0; channel < 3; channel++) {
      int under = frame[3 * to + channel] & 0xff;
      int over = picture[3 * from + channel] & 0xff;
      frame[3 * to + channel] = (byte) Math.round(under + share * (over - under));
    }
  }
}
