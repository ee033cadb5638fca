package edgeai.common.inference;

import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.wire.PieceLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the frames of one piece from its decoder to those who infer, beside them. */
final class PieceDecoding implements Runnable {
  private static final Logger LOG = Logger.getLogger(PieceDecoding.class.getName());

  private static final String UNWANTED = "Nobody wants the piece any more.";

  private final PieceRun piece;
  private final PixelBuffer buffer;
  private final Consumer<PiecePicture> onFrame;
  private final Consumer<PieceSource> keeper;

  /**
   * @param onFrame told of each frame that waits in the buffer now
   * @param keeper takes a decoder that can go on with another piece
   */
  PieceDecoding(
      PieceRun piece,
      PixelBuffer buffer,
      Consumer<PiecePicture> onFrame,
      Consumer<PieceSource> keeper) {
    this.piece = piece;
    this.buffer = buffer;
    this.onFrame = onFrame;
    this.keeper = keeper;
  }

  @Override
  public void run() {
    LongFunction<String> absence = decode(piece.source());
    List<PieceLine> missing =
        buffer.awaited(piece).stream().map(id -> PieceLine.failed(id, absence.apply(id))).toList();
    // before the last line is told, after which the next piece may come
    if (piece.endDecoding()) {
      keeper.accept(piece.source());
    } else {
      piece.source().close();
    }
    piece.leave();
    buffer.complete(piece, missing);
  }

  /** Whatever goes wrong; why a frame did not come. */
  private LongFunction<String> decode(PieceSource source) {
    try {
      Optional<PiecePicture> next = source.next();
      while (next.isPresent()) {
        if (!put(next.get())) {
          return any -> UNWANTED;
        }
        next = source.next();
      }
      return source::absence;
    } catch (VideoException e) {
      return any -> "The piece %s.".formatted(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return any -> "This server is ending.";
    } catch (RuntimeException | Error e) {
      if (piece.isClosed()) {
        return any -> UNWANTED; // so is its decoder
      }
      LOG.log(Level.SEVERE, "decoding a piece failed unforeseen", e);
      return any -> "The server failed on this piece; its log says why.";
    }
  }

  private boolean put(PiecePicture picture) throws InterruptedException {
    if (!buffer.isAwaited(piece, picture.id())) {
      return true; // nobody asked for it
    }
    boolean wanted = buffer.put(piece, picture);
    if (wanted) {
      onFrame.accept(picture);
    }
    return wanted;
  }
}
