package edgeai.common.vision;

/**
 * How many places a YOLO network looks at: one for each cell of three grids laid over its input.
 *
 * @param usual of the strides 8, 16 and 32
 */
record AnchorCount(long usual) {

  /** Of a network with this input. */
  static AnchorCount of(ModelSignature signature) {
    long cells = 0;
    for (int stride = 8; stride <= 32; stride *= 2) {
      cells += cells(signature.width(), stride) * cells(signature.height(), stride);
    }
    return new AnchorCount(cells);
  }

  private static long cells(int side, int stride) {
    return (side + stride - 1) / stride;
  }

  /** YOLOv5 and v7 look at each place with three shapes in mind, and give an objectness. */
  boolean isOfThree(long anchors) {
    return anchors == 3 * usual;
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
