package edgeai.common.inference;

import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.video.PiecePicture;
import edgeai.common.vision.ModelCard;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;

/** The frames of pieces for an engine that looks at none: a black pixel each, nothing decoded. */
final class UnseenFrames implements PieceSource {
  private Iterator<PieceFrame> frames = Collections.emptyIterator();

  @Override
  public void begin(PieceHeader header, InputStream packets, ModelCard model) throws IOException {
    packets.skipNBytes(header.payloadBytes());
    frames = header.frames().iterator();
  }

  @Override
  public Optional<PiecePicture> next() {
    return frames.hasNext() ? Optional.of(unseen(frames.next())) : Optional.empty();
  }

  private static PiecePicture unseen(PieceFrame frame) {
    return new PiecePicture(
        frame.id(), frame.index(), frame.micros(), 0, 0, new byte[3], 1, 1, null, 0, 0, 0, 0);
  }

  @Override
  public String absence(long frameId) {
    return "The frame was not answered.";
  }

  @Override
  public boolean isReusable() {
    return false;
  }

  @Override
  public void close() {
    frames = Collections.emptyIterator();
  }
}
