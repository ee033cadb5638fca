package edgeai.common.video;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * Asks a child for a {@link PieceSession}: pieces of one video follow, each with a {@link
 * PieceRequest}.
 *
 * @param maxPixels width times height of one frame
 */
record PieceSessionRequest(long parent, long maxPixels) implements ChildRequest {

  static PieceSessionRequest read(DataInputStream in) throws IOException {
    return new PieceSessionRequest(in.readLong(), in.readLong());
  }

  @Override
  public void write(DataOutputStream out) throws IOException {
    out.writeLong(parent);
    out.writeLong(maxPixels);
  }
}
