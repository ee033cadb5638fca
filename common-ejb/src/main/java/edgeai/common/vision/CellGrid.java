package edgeai.common.vision;

/**
 * The cells that a YOLO network looks at, in the order of its rows: stride by stride from 8 on,
 * from left to right and top to bottom, the whole grid once for each shape that is looked for
 * there.
 *
 * @param width of the input in pixels
 * @param height of the input in pixels
 * @param levels how many strides there are
 * @param shapes how many rows a cell has
 */
record CellGrid(int width, int height, int levels, int shapes) {

  /** Of the strides 8, 16 and 32. */
  static final int USUAL_LEVELS = 3;

  private static final int FINEST = 8;

  /**
   * One cell.
   *
   * @param stride its side in pixels of the input
   * @param column counted from 0
   * @param row counted from 0
   */
  record Cell(int stride, int column, int row) {

    double centreX() {
      return (column + 0.5) * stride;
    }

    double centreY() {
      return (row + 0.5) * stride;
    }
  }

  /** How many rows there are. */
  long count() {
    long count = 0;
    for (int level = 0; level < levels; level++) {
      count += rows(FINEST << level);
    }
    return count;
  }

  /** What a row of the network's answer is about, counted from 0. */
  Cell cell(int index) {
    long rest = index;
    int stride = FINEST;
    while (rest >= rows(stride)) {
      rest -= rows(stride);
      stride *= 2;
    }
    int across = cells(width, stride);
    int cell = (int) (rest % ((long) across * cells(height, stride)));
    return new Cell(stride, cell % across, cell / across);
  }

  private long rows(int stride) {
    return (long) shapes * cells(width, stride) * cells(height, stride);
  }

  private static int cells(int side, int stride) {
    return (side + stride - 1) / stride;
  }
}
