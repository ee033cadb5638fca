package edgeai.common.inference;

import edgeai.common.guard.Failures;
import edgeai.common.log.LogContext;
import edgeai.common.still.StillLook;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.wire.PieceLine;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** Brings the frames of one piece from its decoder to those who infer, beside them. */
final class PieceDecoding implements Runnable {
  private static final String WHERE = "decoded piece";

  private static final String FAILED = "The server failed on this piece; its log says why.";
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
  private final Failures failures;

  /**
   * @param sources hear of each frame, and take the decoder back
   * @param callers who infer meanwhile
   * @param failures told of what nobody foresaw
   */
  PieceDecoding(
      PieceRun piece,
      PixelBuffer buffer,
      Listener onFrame,
      PieceSources sources,
      CallerTime callers,
      Failures failures) {
    this.piece = piece;
    this.buffer = buffer;
    this.onFrame = onFrame;
    this.sources = sources;
    this.callers = callers;
    this.failures = failures;
  }

  @Override
  public void run() {
    LogContext.run(piece.subject(), this::decodeAll);
  }

  private void decodeAll() {
    List<PieceLine> missing = missing(decode(piece.source()));
    // before the last line is told, after which the next piece may come
    failures.guard(WHERE, () -> sources.takeBack(piece.source(), piece.endDecoding()));
    failures.guard(WHERE, piece::leave);
    buffer.complete(piece, missing);
  }

  private List<PieceLine> missing(LongFunction<String> absence) {
    return buffer.awaited(piece).stream()
        .map(id -> PieceLine.failed(id, said(absence, id)))
        .toList();
  }

  private String said(LongFunction<String> absence, long id) {
    try {
      return absence.apply(id);
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      return FAILED;
    }
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
      failures.note(WHERE, e);
      return any -> FAILED;
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
