package edgeai.common.piece;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/**
 * Records of one kind in an index: since they are asked for one after the other, some that follow
 * are read with them. Not thread-safe; its {@link IndexFile} guards it.
 */
final class RecordWindow {
  private static final int BYTES = 1 << 14;

  private final RandomAccessFile file;
  private final long end;
  private byte[] held = {};
  private long heldAt;

  /**
   * @param end of the file's records of this kind
   */
  RecordWindow(RandomAccessFile file, long end) {
    this.file = file;
    this.end = end;
  }

  /** The bytes there, not to be changed. */
  ByteBuffer bytes(long at, int length) throws IOException {
    if (length > BYTES) {
      return ByteBuffer.wrap(IndexLayout.read(file, at, length));
    }
    if (at < heldAt || at + length > heldAt + held.length) {
      int wanted = (int) Math.max(length, Math.min(BYTES, end - at));
      held = IndexLayout.read(file, at, wanted);
      heldAt = at;
    }
    return ByteBuffer.wrap(held, (int) (at - heldAt), length).slice();
  }
}
