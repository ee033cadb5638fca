package edgeai.common.video;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * A picture in native memory, row by row, a byte each of blue, green and red for a pixel: what any
 * native library can read, and none is needed for.
 *
 * @param data the first row
 * @param rowBytes from the beginning of a row to that of the next
 * @param owner of the memory, which is closed with this; null where it stays somebody else's
 */
record BgrPixels(PictureSize size, BytePointer data, long rowBytes, Pointer owner)
    implements AutoCloseable {

  static final int BYTES = 3;

  /** Memory of its own, not yet written. */
  static BgrPixels room(PictureSize size) {
    long row = (long) BYTES * size.width();
    BytePointer data = new BytePointer(row * size.height());
    return new BgrPixels(size, data, row, data);
  }

  /** Sets a row, counted from 0. */
  void put(int row, byte[] pixels) {
    data.position(row * rowBytes).put(pixels);
    data.position(0);
  }

  /** All pixels, without what may lie between two rows. */
  byte[] bytes() {
    int row = BYTES * size.width();
    byte[] bytes = new byte[row * size.height()];
    if (rowBytes == row) {
      data.get(bytes);
      return bytes;
    }
    for (int y = 0; y < size.height(); y++) {
      data.position(y * rowBytes).get(bytes, y * row, row);
    }
    data.position(0);
    return bytes;
  }

  @Override
  public void close() {
    if (owner != null) {
      owner.close();
    }
  }
}
