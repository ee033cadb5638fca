package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;

/**
 * The bytes of a piece's packets on their way to the child: in parts, each after its length, so
 * that the parent can say that there will be no more and the child goes on with the next piece.
 */
final class PiecePayload extends InputStream {
  /** The longest part. */
  static final int PART = 1 << 16;

  private static final int BROKEN_OFF = -1;

  private final DataInputStream in;
  private int left;
  private boolean brokenOff;

  /** Reads what was written by {@link #part}. */
  PiecePayload(DataInputStream in) {
    this.in = in;
  }

  static void part(DataOutputStream out, byte[] bytes, int length) throws IOException {
    out.writeInt(length);
    out.write(bytes, 0, length);
    out.flush();
  }

  /** There will be no more of this piece. */
  static void breakOff(DataOutputStream out) throws IOException {
    out.writeInt(BROKEN_OFF);
    out.flush();
  }

  /** Whether the parent has no more. */
  boolean isBrokenOff() {
    return brokenOff;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0 && !brokenOff) {
      left = in.readInt();
      brokenOff = left == BROKEN_OFF;
      if (!brokenOff && (left < 1 || left > PART)) {
        throw new StreamCorruptedException("a part of " + left + " bytes");
      }
    }
    if (brokenOff) {
      return -1;
    }
    int read = in.read(bytes, offset, Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }
}
