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
 * @param role what it is to those beside it, where frames that show nothing new are not inferred
 */
public record PieceFrame(
    long id, long index, long pts, long micros, boolean pictureWanted, FrameRole role) {
  static final int BYTES = 4 * Long.BYTES + 1;

  private static final int PICTURE = 1;

  /** One that is nothing to those beside it. */
  public PieceFrame(long id, long index, long pts, long micros, boolean pictureWanted) {
    this(id, index, pts, micros, pictureWanted, FrameRole.PLAIN);
  }

  static PieceFrame read(DataInputStream in) throws IOException {
    long id = in.readLong();
    long index = in.readLong();
    long pts = in.readLong();
    long micros = in.readLong();
    int flags = in.readUnsignedByte();
    PieceFrame frame =
        new PieceFrame(id, index, pts, micros, (flags & PICTURE) != 0, FrameRole.of(flags >> 1));
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
    out.writeByte((pictureWanted ? PICTURE : 0) | role.flags() << 1);
  }
}
