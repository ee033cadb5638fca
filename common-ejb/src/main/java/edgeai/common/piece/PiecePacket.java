package edgeai.common.piece;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A packet of a piece, without its bytes.
 *
 * @param size in bytes
 * @param pts when its frame is shown, in units of the track's time base, as the container has it
 * @param dts when it is decoded, in the same units
 * @param flags as FFmpeg has them, {@link #AFTER_GAP} and {@link #SPARE}
 */
public record PiecePacket(int size, long pts, long dts, int flags) {
  static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES;

  /**
   * Of a flag that FFmpeg does not have: packets before this one were left out, and decoding begins
   * anew with it, so that the decoder first gives all frames it holds and then forgets them.
   */
  public static final int AFTER_GAP = 1 << 30;

  /** Of a flag that FFmpeg does not have: no other packet needs this one. */
  public static final int SPARE = 1 << 29;

  /** Whether no other packet needs it. */
  boolean isSpare() {
    return (flags & SPARE) != 0;
  }

  /** Whether decoding begins anew with it. */
  public boolean isAfterGap() {
    return (flags & AFTER_GAP) != 0;
  }

  /** The same packet, with which decoding begins anew. */
  PiecePacket afterGap() {
    return new PiecePacket(size, pts, dts, flags | AFTER_GAP);
  }

  static PiecePacket read(DataInputStream in) throws IOException {
    PiecePacket packet = new PiecePacket(in.readInt(), in.readLong(), in.readLong(), in.readInt());
    if (packet.size < 1 || packet.size > PieceHeader.MAX_PAYLOAD) {
      throw new MalformedPieceException("The piece has a packet that is empty or too large.");
    }
    return packet;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(size);
    out.writeLong(pts);
    out.writeLong(dts);
    out.writeInt(flags);
  }
}
