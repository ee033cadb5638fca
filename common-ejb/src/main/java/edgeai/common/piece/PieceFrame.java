package edgeai.common.piece;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A frame that is wanted of a piece.
 *
 * @param id of the frame in the ledger
 * @param index 0-based number in the video, counting every shown frame
 * @param pts when it is shown, in units of the track's time base: no other frame of the piece has
 *     this
 * @param micros of the video's own time
 * @param pictureWanted whether its picture is wanted beside its detections
 */
public record PieceFrame(long id, long index, long pts, long micros, boolean pictureWanted) {
  static final int BYTES = 4 * Long.BYTES + 1;

  static PieceFrame read(DataInputStream in) throws IOException {
    PieceFrame frame =
        new PieceFrame(
            in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readByte() != 0);
    if (frame.id < 1 || frame.index < 0 || frame.index > Integer.MAX_VALUE || frame.micros < 0) {
      throw new MalformedPieceException("The piece wants a frame that cannot be.");
    }
    return frame;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeLong(id);
    out.writeLong(index);
    out.writeLong(pts);
    out.writeLong(micros);
    out.writeByte(pictureWanted ? 1 : 0);
  }
}
