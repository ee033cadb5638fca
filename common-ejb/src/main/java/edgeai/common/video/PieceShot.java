package edgeai.common.video;

import edgeai.common.piece.PieceFrame;
import edgeai.common.vision.LetterboxGeometry;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;

/**
 * What the child made of a wanted frame of a piece, see {@link PiecePicture}.
 *
 * @param position among the wanted frames of the piece
 */
record PieceShot(
    int position,
    int width,
    int height,
    byte[] bgr,
    int bgrWidth,
    int bgrHeight,
    byte[] jpeg,
    long decodeNanos,
    long scaleNanos)
    implements DecoderMessage {

  private static final int PIXEL = 3;

  static PieceShot read(DataInputStream in, int maxJpegBytes) throws IOException {
    int position = DecoderMessage.atLeast0(in.readInt());
    int width = DecoderMessage.positive(in.readInt());
    int height = DecoderMessage.positive(in.readInt());
    int bgrWidth = side(in);
    int bgrHeight = side(in);
    byte[] bgr = new byte[PIXEL * bgrWidth * bgrHeight];
    in.readFully(bgr);
    byte[] jpeg = in.readBoolean() ? DecoderMessage.bytes(in, maxJpegBytes) : null;
    long decodeNanos = Math.max(0, in.readLong());
    long scaleNanos = Math.max(0, in.readLong());
    return new PieceShot(
        position, width, height, bgr, bgrWidth, bgrHeight, jpeg, decodeNanos, scaleNanos);
  }

  private static int side(DataInputStream in) throws IOException {
    int side = DecoderMessage.atLeast0(in.readInt());
    if (side > PieceOutput.LONGEST_SIDE) {
      throw new StreamCorruptedException("pixels of a side of " + side);
    }
    return side;
  }

  void writeFields(DataOutputStream out) throws IOException {
    out.writeInt(position);
    out.writeInt(width);
    out.writeInt(height);
    out.writeInt(bgrWidth);
    out.writeInt(bgrHeight);
    out.write(bgr);
    out.writeBoolean(jpeg != null);
    if (jpeg != null) {
      out.writeInt(jpeg.length);
      out.write(jpeg);
    }
    out.writeLong(decodeNanos);
    out.writeLong(scaleNanos);
  }

  /** Whether it has what was asked for, and in the size that was asked for. */
  boolean answers(PieceRequest request) {
    PieceFrame frame = request.header().frames().get(position);
    return (jpeg != null) == frame.pictureWanted()
        && (request.output().pixels()
            ? size(width, height, request).equals(new PictureSize(bgrWidth, bgrHeight))
            : bgr.length == 0);
  }

  /** How large the pixels of a frame that is displayed like this are wanted. */
  static PictureSize size(int width, int height, PieceRequest request) {
    LetterboxGeometry fit =
        LetterboxGeometry.fit(
            width, height, request.output().inputWidth(), request.output().inputHeight());
    // what tiles can use beyond the frame's own pixels it does not have
    return fit.scale() > 1 && !request.header().tiles().isWhole()
        ? new PictureSize(width, height)
        : new PictureSize(fit.scaledWidth(), fit.scaledHeight());
  }

  PiecePicture picture(PieceRequest request) {
    PieceFrame frame = request.header().frames().get(position);
    PictureSize size =
        jpeg == null ? new PictureSize(0, 0) : request.output().picture(width, height);
    return new PiecePicture(
        frame.id(),
        frame.index(),
        frame.micros(),
        width,
        height,
        bgr,
        bgrWidth,
        bgrHeight,
        jpeg,
        size.width(),
        size.height(),
        decodeNanos,
        scaleNanos);
  }
}
