package edgeai.common.video;

import edgeai.common.piece.PieceHeader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What the parent asks of a child that decodes pieces, one after another, on the child's standard
 * input: this, then the bytes of the packets ({@link PiecePayload}).
 *
 * @param inputWidth pixels of the network's input, 0 where no pixels are wanted
 * @param inputHeight pixels, 0 as the width
 * @param jpegQuality 1 to 100
 */
record PieceRequest(PieceHeader header, int inputWidth, int inputHeight, int jpegQuality) {
  /** The longest side of an input that pixels are made for. */
  static final int LONGEST_SIDE = 4096;

  PieceRequest {
    if (inputWidth < 0
        || inputHeight < 0
        || Math.max(inputWidth, inputHeight) > LONGEST_SIDE
        || (inputWidth == 0) != (inputHeight == 0)
        || jpegQuality < 1
        || jpegQuality > 100) {
      throw new IllegalArgumentException(
          "an input of %dx%d, JPEG quality %d".formatted(inputWidth, inputHeight, jpegQuality));
    }
  }

  static PieceRequest read(DataInputStream in) throws IOException {
    int width = in.readInt();
    int height = in.readInt();
    int quality = in.readInt();
    return new PieceRequest(PieceHeader.read(in), width, height, quality);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(inputWidth);
    out.writeInt(inputHeight);
    out.writeInt(jpegQuality);
    out.write(header.bytes());
    out.flush();
  }

  boolean wantsPixels() {
    return inputWidth > 0;
  }
}
