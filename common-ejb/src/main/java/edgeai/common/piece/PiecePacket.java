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
 * @param flags as FFmpeg has them
 */
public record PiecePacket(int size, long pts, long dts, int flags) {
  static final int BYTES = 2 * Integer.BYTES + 2 * Long.BYTES;

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
