package edgeai.common.still;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;

/**
 * A picture as a few thousand grey cells, each the mean of its pixels: small enough to be compared
 * with another in no time, coarse enough that the noise of a sensor is nearly gone.
 */
public final class GreyPicture {
  /** Cells along the longer side. */
  public static final int LONGEST = 96;

  /** Steps from one level of brightness to the next; there are 256 levels. */
  static final int LEVEL = 16;

  private static final int BRIGHTEST = 255 * LEVEL;

  /** More rows of pixels tell no more of a cell. */
  private static final int ROWS_OF_A_CELL = 3;

  private static final int CHANNELS = 3;

  /** Blue, twice green and red. */
  private static final int WEIGHTS = 4;

  private final int columns;
  private final int rows;
  private final int[] cells;

  private GreyPicture(int columns, int rows, int[] cells) {
    this.columns = columns;
    this.rows = rows;
    this.cells = cells;
  }

  /**
   * Of pixels, whose shape it keeps.
   *
   * @param bgr rows from top to bottom without gaps, 8 bits for blue, green and red
   */
  public static GreyPicture of(byte[] bgr, int width, int height) {
    double scale = Math.min(1, (double) LONGEST / Math.max(width, height));
    int columns = (int) Math.max(1, Math.round(width * scale));
    int rows = (int) Math.max(1, Math.round(height * scale));
    int[] cells = new int[columns * rows];
    for (int row = 0; row < rows; row++) {
      int from = row * height / rows;
      int end = (row + 1) * height / rows;
      int step = Math.max(1, (end - from) / ROWS_OF_A_CELL);
      int summed = 0;
      for (int y = from; y < end; y += step) {
        addRow(bgr, y, width, cells, row * columns, columns);
        summed++;
      }
      average(cells, row * columns, columns, width, summed);
    }
    return new GreyPicture(columns, rows, cells);
  }

  /**
   * One as {@link #write} wrote it, by somebody who is not believed.
   *
   * @throws StreamCorruptedException where it cannot be one
   */
  public static GreyPicture read(DataInputStream in) throws IOException {
    int columns = in.readUnsignedByte();
    int rows = in.readUnsignedByte();
    if (columns < 1 || rows < 1 || columns > LONGEST || rows > LONGEST) {
      throw new StreamCorruptedException("a grey picture of %d by %d".formatted(columns, rows));
    }
    byte[] bytes = new byte[columns * rows * Short.BYTES];
    in.readFully(bytes);
    ByteBuffer values = ByteBuffer.wrap(bytes);
    int[] cells = new int[columns * rows];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = Math.min(BRIGHTEST, values.getShort() & 0xffff);
    }
    return new GreyPicture(columns, rows, cells);
  }

  /** For another process. */
  public void write(DataOutputStream out) throws IOException {
    ByteBuffer values = ByteBuffer.allocate(cells.length * Short.BYTES);
    for (int cell : cells) {
      values.putShort((short) cell);
    }
    out.writeByte(columns);
    out.writeByte(rows);
    out.write(values.array());
  }

  private static void addRow(byte[] bgr, int y, int width, int[] cells, int first, int columns) {
    int at = y * width * CHANNELS;
    for (int column = 0; column < columns; column++) {
      int end = (y * width + (column + 1) * width / columns) * CHANNELS;
      int sum = 0;
      for (; at < end; at += CHANNELS) {
        sum += (bgr[at] & 0xff) + 2 * (bgr[at + 1] & 0xff) + (bgr[at + 2] & 0xff);
      }
      cells[first + column] += sum;
    }
  }

  private static void average(int[] cells, int first, int columns, int width, int summed) {
    for (int column = 0; column < columns; column++) {
      int pixels = (column + 1) * width / columns - column * width / columns;
      cells[first + column] = cells[first + column] * LEVEL / (WEIGHTS * pixels * summed);
    }
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** How many cells it has. */
  int size() {
    return cells.length;
  }

  /** The brightness of a cell, row by row, in steps of a {@link #LEVEL}. */
  int cell(int index) {
    return cells[index];
  }

  /** Whether cells of both lie in the same places. */
  boolean isLike(GreyPicture other) {
    return columns == other.columns && rows == other.rows;
  }
}
