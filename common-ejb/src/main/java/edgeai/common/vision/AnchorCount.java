package edgeai.common.vision;

/**
 * How many places a YOLO network looks at: one for each cell of three or four grids laid over its
 * input.
 *
 * @param usual of the strides 8, 16 and 32
 * @param withFourth of the strides 8, 16, 32 and 64
 */
record AnchorCount(long usual, long withFourth) {

  /** What YOLOv5 and v7 look for at each place. */
  static final int SHAPES = 3;

  /** Of a network with this input. */
  static AnchorCount of(ModelSignature signature) {
    int width = signature.width();
    int height = signature.height();
    int levels = CellGrid.USUAL_LEVELS;
    return new AnchorCount(
        new CellGrid(width, height, levels, 1).count(),
        new CellGrid(width, height, levels + 1, 1).count());
  }

  /** Whether a network has one row for each place. */
  boolean isOfOne(long rows) {
    return rows == usual || rows == withFourth;
  }

  /** YOLOv5 and v7 look at each place with three shapes in mind, and give an objectness. */
  boolean isOfThree(long rows) {
    return rows % SHAPES == 0 && isOfOne(rows / SHAPES);
  }

  /** How many grids there are where a network has so many rows for each place. */
  int levels(long rows, int shapes) {
    return rows == shapes * usual ? CellGrid.USUAL_LEVELS : CellGrid.USUAL_LEVELS + 1;
  }

  /**
   * Whether {@code [rows, anchors]} is a plain head although nobody says how many classes it has.
   */
  boolean isPlain(int rows, int anchors) {
    if (rows <= YoloV8.BOX_ROWS || rows == usual || isOfThree(anchors)) {
      return false;
    }
    // fewer anchors than a box has numbers cannot be the columns of any other layout
    return anchors == usual
        || anchors < YoloV8.BOX_ROWS
        || anchors >= rows && anchors > EndToEndHead.COLUMNS + 1;
  }
}
