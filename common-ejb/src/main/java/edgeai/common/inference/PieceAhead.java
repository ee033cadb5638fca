package edgeai.common.inference;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The bytes of a piece, of which many may come before a decoder is free for them. */
final class PieceAhead {
  /** Of a piece, so that those at hand have room beside each other. */
  static final int MOST = 8 << 20;

  private final InputStream piece;
  private final int wanted;
  private byte[] ahead = new byte[0];

  /**
   * @param piece as it comes, not closed
   * @param bytes that it has
   */
  PieceAhead(InputStream piece, long bytes) {
    this.piece = piece;
    this.wanted = (int) Math.min(MOST, bytes);
  }

  /**
   * Takes in what there is room for.
   *
   * @throws EOFException where the piece ends before
   */
  void read() throws IOException {
    ahead = new byte[wanted];
    if (piece.readNBytes(ahead, 0, wanted) < wanted) {
      throw new EOFException("the piece ended before all its packets had come");
    }
  }

  /** All of it, whether it was read ahead or is still to come. */
  InputStream bytes() {
    return new SequenceInputStream(new ByteArrayInputStream(ahead), piece);
  }
}
