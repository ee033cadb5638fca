package edgeai.common.still;

import edgeai.common.wire.Box;
import java.util.BitSet;
import java.util.Collection;

/**
 * The windows through which a grey picture is looked at: squares of 6 cells that overlap by half,
 * so that whatever is smaller than half of one lies whole in some. Numbered row by row.
 */
record WindowGrid(int columns, int rows) {
  /** Cells of a side of a block: each window has two blocks a side. */
  static final int BLOCK = 3;

  /** Cells of a window. */
  static final int CELLS = 4 * BLOCK * BLOCK;

  /** Those of a picture of so many cells. */
  static WindowGrid of(GreyPicture picture) {
    return new WindowGrid(along(picture.columns()), along(picture.rows()));
  }

  private static int along(int cells) {
    return Math.max(1, (cells + BLOCK - 1) / BLOCK - 1);
  }

  int count() {
    return columns * rows;
  }

  /**
   * How many cells of each window are set.
   *
   * @param cells of a picture with so many columns, row by row
   */
  int[] counts(BitSet cells, int cellColumns) {
    int[] counts = new int[count()];
    for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
      int column = cell % cellColumns / BLOCK;
      int row = cell / cellColumns / BLOCK;
      for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row); y++) {
        for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column); x++) {
          counts[y * columns + x]++;
        }
      }
    }
    return counts;
  }

  /**
   * Those in which boxes lie, or within a block of one.
   *
   * @param boxes in pixels of a frame of this size
   */
  BitSet around(Collection<Box> boxes, int width, int height, GreyPicture picture) {
    BitSet around = new BitSet(count());
    double across = (double) picture.columns() / width;
    double down = (double) picture.rows() / height;
    for (Box box : boxes) {
      int left = first(box.x1() * across);
      int right = Math.min(columns - 1, last(box.x2() * across));
      for (int y = first(box.y1() * down); y <= Math.min(rows - 1, last(box.y2() * down)); y++) {
        if (left <= right) {
          around.set(y * columns + left, y * columns + right + 1);
        }
      }
    }
    return around;
  }

  /** The first window that reaches to within a block before this place. */
  private static int first(double cell) {
    return Math.max(0, (int) Math.floor(cell / BLOCK) - 2);
  }

  /** The last window that begins within a block behind it. */
  private static int last(double cell) {
    return (int) Math.floor(cell / BLOCK) + 1;
  }
}
