package edgeai.common.inference;

import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.wire.PieceLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoded frames of all pieces of a server, between their decoders and those who infer, and
 * back to those who take the answers. Bounded for each piece in number, for all in bytes: a decoder
 * waits while its piece has enough. The oldest piece goes first. Thread-safe.
 */
final class PixelBuffer {
  /** A frame to infer. */
  record Waiting(PieceRun piece, PiecePicture picture) {}

  private final int ahead;
  private final long maxBytes;
  private final List<PieceRun> pieces = new ArrayList<>();

  PixelBuffer(PieceLimits limits) {
    ahead = limits.ahead();
    maxBytes = limits.bytes();
  }

  synchronized void add(PieceRun piece) {
    pieces.add(piece);
  }

  /**
   * Waits for room and puts a frame in.
   *
   * @return false where nobody wants the piece any more
   */
  synchronized boolean put(PieceRun piece, PiecePicture picture) throws InterruptedException {
    PieceFrames frames = piece.frames();
    while (!frames.isDropped() && frames.held() > 0 && isFull(frames, picture)) {
      wait();
    }
    if (frames.isDropped()) {
      return false;
    }
    frames.decoded(picture);
    return true;
  }

  /**
   * A frame takes what is found in another.
   *
   * @return false where nobody wants the piece any more
   */
  synchronized boolean reuse(PieceRun piece, PiecePicture picture, StillLook look) {
    if (piece.frames().isDropped()) {
      return false;
    }
    piece.frames().reuses(picture, look);
    notifyAll();
    return true;
  }

  private boolean isFull(PieceFrames frames, PiecePicture picture) {
    return frames.held() >= ahead || bytes() + PieceFrames.bytes(picture) > maxBytes;
  }

  synchronized boolean isAwaited(PieceRun piece, long frameId) {
    return piece.frames().isAwaited(frameId);
  }

  /** A frame of the oldest piece that has any; empty where all are dropped or taken. */
  synchronized Optional<Waiting> take() {
    for (PieceRun piece : pieces) {
      PiecePicture picture = piece.frames().poll();
      if (picture != null) {
        return Optional.of(new Waiting(piece, picture));
      }
    }
    return Optional.empty();
  }

  synchronized void answer(Waiting frame, PieceLine line) {
    frame.piece().frames().answered(frame.picture(), line);
    notifyAll();
  }

  /** Wanted frames that the decoder has not given yet. */
  synchronized List<Long> awaited(PieceRun piece) {
    return piece.frames().awaited();
  }

  /**
   * The decoder gives no more of a piece.
   *
   * @param missing a line for each frame that did not come
   */
  synchronized void complete(PieceRun piece, List<PieceLine> missing) {
    piece.frames().complete(missing);
    notifyAll();
  }

  /** Waits for the next line of a piece; empty where it has no more. */
  synchronized Optional<PieceLine> next(PieceRun piece) throws InterruptedException {
    PieceFrames frames = piece.frames();
    PieceLine line = frames.pollLine();
    while (line == null && !frames.isOver()) {
      wait();
      line = frames.pollLine();
    }
    notifyAll();
    return Optional.ofNullable(line);
  }

  /** Nobody wants what is left of a piece. */
  synchronized void remove(PieceRun piece) {
    drop(piece);
    pieces.remove(piece);
    notifyAll();
  }

  /** Nobody infers any more: whoever waits for a line gets none. */
  synchronized void close() {
    pieces.forEach(PixelBuffer::drop);
    notifyAll();
  }

  private static void drop(PieceRun piece) {
    piece.frames().drop();
    piece.still().ifPresent(StillFrames::close);
  }

  /** Frames that wait for somebody to infer them. */
  synchronized int waiting() {
    return pieces.stream().mapToInt(piece -> piece.frames().waiting()).sum();
  }

  /** Of all frames that are held. */
  synchronized long bytes() {
    return pieces.stream().mapToLong(piece -> piece.frames().bytes()).sum();
  }
}
