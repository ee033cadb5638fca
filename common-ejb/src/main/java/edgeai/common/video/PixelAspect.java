package edgeai.common.video;

/**
 * How much wider than high the pixels of a frame are shown.
 *
 * @param width of a pixel, in any unit
 * @param height of a pixel, in the same unit
 */
record PixelAspect(int width, int height) {
  static final PixelAspect SQUARE = new PixelAspect(1, 1);

  /** What no camera and no disc has: such a ratio is a mistake of whoever wrote the file. */
  private static final int WIDEST = 10;

  /** JPEG's own limit lies at 65,535. */
  private static final long LONGEST_SIDE = 65_000;

  /**
   * The size of a frame with square pixels. The side that is too short grows, as the HTML standard
   * has it for its video element, so that no line that was filmed is lost; halves round up. A ratio
   * that is not known or makes no sense leaves the frame as it is.
   */
  PictureSize squared(int columns, int rows) {
    if (width < 1 || height < 1 || width == height) {
      return new PictureSize(columns, rows);
    }
    double ratio = (double) width / height;
    if (ratio > WIDEST || ratio < 1.0 / WIDEST) {
      return new PictureSize(columns, rows);
    }
    long wide = ratio > 1 ? Math.round(columns * ratio) : columns;
    long high = ratio < 1 ? Math.round(rows / ratio) : rows;
    return Math.max(wide, high) > LONGEST_SIDE
        ? new PictureSize(columns, rows)
        : new PictureSize((int) wide, (int) high);
  }
}
