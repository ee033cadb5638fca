package edgeai.common.inference;

import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.wire.PieceLine;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Brings the frames of one piece from its decoder to those who infer, beside them. */
final class PieceDecoding implements Runnable {
  private static final Logger LOG = Logger.getLogger(PieceDecoding.class.getName());

  private static final String UNWANTED = "Nobody wants the piece any more.";

  /** Hears of frames as they come. */
  interface Listener {
    void decoded(PiecePicture picture);

    /** One waits in the buffer now. */
    void waits();

    /** One is not inferred. */
    void reused();
  }

  private final PieceRun piece;
  private final PixelBuffer buffer;
  private final Listener onFrame;
  private final PieceSources sources;
  private final CallerTime callers;

  /**
   * @param sources hear of each frame, and take the decoder back
   * @param callers who infer meanwhile
   */
  PieceDecoding(
      PieceRun piece,
      PixelBuffer buffer,
      Listener onFrame,
      PieceSources sources,
      CallerTime callers) {
    this.piece = piece;
    this.buffer = buffer;
    this.onFrame = onFrame;
    this.sources = sources;
    this.callers = callers;
  }

  @Override
  public void run() {
    List<PieceLine> missing = List.of();
    try {
      missing = missing(decode(piece.source()));
    } finally {
      // before the last line is told, after which the next piece may come
      sources.takeBack(piece.source(), piece.endDecoding());
      piece.leave();
      buffer.complete(piece, missing);
    }
  }

  private List<PieceLine> missing(LongFunction<String> absence) {
    return buffer.awaited(piece).stream()
        .map(id -> PieceLine.failed(id, absence.apply(id)))
        .toList();
  }

  /** Whatever goes wrong; why a frame did not come. */
  private LongFunction<String> decode(PieceSource source) {
    try {
      boolean wanted = true;
      boolean more = true;
      while (more && wanted) {
        long started = System.nanoTime();
        long inferred = callers.nanos();
        Optional<PiecePicture> next = source.next();
        long decoded = System.nanoTime();
        more = next.isPresent();
        if (more) {
          wanted = put(next.get());
          sources.gave(
              source,
              new DecodingStep(
                  decoded - started, System.nanoTime() - decoded, callers.nanos() - inferred));
        }
      }
      return wanted && !piece.isClosed() ? source::absence : any -> UNWANTED;
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
    onFrame.decoded(picture);
    Optional<StillLook> look =
        piece.still().isPresent() ? piece.still().get().look(picture) : Optional.empty();
    if (look.isPresent()) {
      onFrame.reused();
      return buffer.reuse(piece, picture, look.get());
    }
    boolean wanted = buffer.put(piece, picture);
    if (wanted) {
      onFrame.waits();
    }
    return wanted;
  }
}
