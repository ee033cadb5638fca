package edgeai.common.inference;

import edgeai.common.error.Unavailable;
import edgeai.common.error.UnsupportedMedia;
import edgeai.common.guard.Failures;
import edgeai.common.metrics.ShedCounts;
import edgeai.common.metrics.StageTimes;
import edgeai.common.piece.MalformedPieceException;
import edgeai.common.piece.PieceFrame;
import edgeai.common.piece.PieceHeader;
import edgeai.common.video.PieceOutput;
import edgeai.common.video.PiecePicture;
import edgeai.common.video.VideoException;
import edgeai.common.vision.FrameInput;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

/**
 * Does pieces of video on this server: a decoder's child process for each job, more where that is
 * what inference waits for, and the frames of all of them inferred by the same callers while
 * decoding goes on. Thread-safe.
 */
public final class PieceInference implements AutoCloseable {
  private final EngineInUse engine;
  private final PieceLimits limits;
  private final StageTimes times;
  private final WarmDecoders decoders;
  private final Executor decoding;
  private final Executor inferring;
  private final Failures failures;
  private final PixelBuffer buffer;
  private final FrameInference frames;
  private final ShedCounts shed = new ShedCounts();
  private final Semaphore places;
  private final PieceFigures figures = new PieceFigures();

  /**
   * @param decoding has a thread for each piece
   * @param inferring has a thread for each caller
   * @param failures told of what nobody foresaw
   */
  public PieceInference(
      EngineInUse engine,
      PieceLimits limits,
      StageTimes times,
      PieceDecoders decoders,
      Executor decoding,
      Executor inferring,
      Failures failures) {
    this(engine, limits, times, decoders.warm(limits), decoding, inferring, failures);
  }

  PieceInference(
      EngineInUse engine,
      PieceLimits limits,
      StageTimes times,
      WarmDecoders decoders,
      Executor decoding,
      Executor inferring,
      Failures failures) {
    this.engine = engine;
    this.limits = limits;
    this.times = times;
    this.decoders = decoders;
    this.decoding = decoding;
    this.inferring = inferring;
    this.buffer = new PixelBuffer(limits);
    this.failures = failures;
    this.frames = new FrameInference(buffer, times, figures, failures);
    this.places = new Semaphore(limits.places());
  }

  /**
   * Takes a piece in, all of its bytes, and begins with it once the pieces of its job before it
   * have left it a decoder.
   *
   * @param job whose video it is of
   * @param piece its header, and its packets behind it; not closed
   * @param model the hash of the model that is expected; empty for whichever is in use
   * @throws Unavailable where there are as many pieces already, no model, or no decoder
   * @throws edgeai.common.error.Conflict where that model is not open
   * @throws UnsupportedMedia where the model wants more pixels than pieces are decoded to
   * @throws MalformedPieceException where it is none, or beyond a limit
   * @throws IOException where it breaks off
   * @throws VideoException where the decoder does not take it
   */
  public PieceRun begin(String job, InputStream piece, Optional<String> model)
      throws IOException, VideoException, InterruptedException {
    if (!places.tryAcquire()) {
      shed.full();
      throw new Unavailable("This worker has %d pieces already.".formatted(limits.places()), 1);
    }
    boolean begun = false;
    try {
      if (engine.card().isEmpty()) {
        shed.noModel();
        throw new Unavailable("This worker has no model yet.", 5);
      }
      PieceRun run = begin(job, piece, engine.lease(model));
      begun = true;
      return run;
    } finally {
      if (!begun) {
        leave();
      }
    }
  }

  private PieceRun begin(String job, InputStream piece, EngineLease lease)
      throws IOException, VideoException, InterruptedException {
    boolean begun = false;
    try {
      PieceHeader header = PieceHeader.read(new DataInputStream(piece));
      requireDecodable(FrameInput.of(lease.card(), header.tiles()));
      requireDifferentFrames(header);
      PieceRun run = begin(job, piece, header, lease);
      begun = true;
      return run;
    } finally {
      if (!begun) {
        lease.close();
      }
    }
  }

  private PieceRun begin(String job, InputStream piece, PieceHeader header, EngineLease lease)
      throws IOException, VideoException, InterruptedException {
    PieceAhead ahead = new PieceAhead(piece, header.payloadBytes());
    PieceSources sources = lease.looks() ? decoders.of(job) : PieceSources.UNSEEN;
    PieceSource source = sources.take(ahead::read);
    boolean begun = false;
    try {
      source.begin(header, ahead.bytes(), lease.card());
      PieceRun run = new PieceRun(header, lease, asked(header), buffer, source, this::leave);
      decode(run, sources);
      figures.begun();
      begun = true;
      return run;
    } finally {
      if (!begun) {
        sources.takeBack(source, false);
      }
    }
  }

  private void decode(PieceRun run, PieceSources sources) {
    buffer.add(run);
    try {
      decoding.execute(
          new PieceDecoding(run, buffer, listener(), sources, frames.callers(), failures));
    } catch (RejectedExecutionException e) {
      buffer.remove(run);
      throw new Unavailable("This worker is ending.", 30);
    } catch (RuntimeException | Error e) {
      buffer.remove(run);
      throw e;
    }
  }

  private static void requireDecodable(FrameInput input) {
    if (!PieceOutput.isPossible(input.width(), input.height())) {
      throw new UnsupportedMedia(
          "Pieces are not decoded for an input of %dx%d pixels."
              .formatted(input.width(), input.height()));
    }
  }

  private static void requireDifferentFrames(PieceHeader header) throws MalformedPieceException {
    long different = header.frames().stream().map(PieceFrame::id).distinct().count();
    if (different < header.frames().size()) {
      throw new MalformedPieceException("The piece wants a frame twice.");
    }
  }

  private static OptionalDouble asked(PieceHeader header) {
    return Double.isNaN(header.confidence())
        ? OptionalDouble.empty()
        : OptionalDouble.of(header.confidence());
  }

  private PieceDecoding.Listener listener() {
    return new PieceDecoding.Listener() {
      @Override
      public void decoded(PiecePicture picture) {
        times.add(StageTimes.Stage.DECODE, picture.decodeNanos());
      }

      @Override
      public void waits() {
        try {
          inferring.execute(frames);
        } catch (RuntimeException | Error e) {
          frames.giveUpOne(e); // or whoever takes the lines would wait for ever
        }
      }

      @Override
      public void reused() {
        figures.reused();
      }
    };
  }

  private void leave() {
    places.release();
    if (isAtRest()) {
      decoders.rest(this::isAtRest);
    }
  }

  private boolean isAtRest() {
    return inFlight() == 0;
  }

  /** Pieces that are under way. */
  public int inFlight() {
    return limits.places() - places.availablePermits();
  }

  /** How many pieces it takes at the same time. */
  public int most() {
    return limits.places();
  }

  /** Decoded frames that wait to be inferred. */
  public int waitingFrames() {
    return buffer.waiting();
  }

  /** Decoders that wait for the next piece of their jobs. */
  public int waitingDecoders() {
    return decoders.waiting();
  }

  /** Of decoded frames that are held. */
  public long heldBytes() {
    return buffer.bytes();
  }

  public PieceFigures figures() {
    return figures;
  }

  /** Pieces that were turned away. */
  public ShedCounts shed() {
    return shed;
  }

  /** Decoders that wait end, the spare one too; pieces that are under way have no more lines. */
  @Override
  public void close() {
    buffer.close();
    decoders.close();
  }
}
