package edgeai.common.video;

import edgeai.common.piece.PieceHeader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the parent asks of a child that decodes pieces, one after another, on the child's standard
 * input: this, then the bytes of the packets ({@link PiecePayload}).
 */
record PieceRequest(PieceHeader header, PieceOutput output) {
  static PieceRequest read(DataInputStream in) throws IOException {
    PieceOutput output = PieceOutput.read(in);
    return new PieceRequest(PieceHeader.read(in), output);
  }

  void write(DataOutputStream out) throws IOException {
    output.write(out);
    out.write(header.bytes());
    out.flush();
  }
}
