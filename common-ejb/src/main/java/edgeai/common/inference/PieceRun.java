package edgeai.common.inference;

import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.piece.PieceHeader;
import edgeai.common.vision.PixelPicture;
import edgeai.common.wire.PieceLine;
import edgeai.settings.Tiles;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A piece of video that is under way: what becomes of each of its frames, as soon as it is known,
 * in any order. Whoever closes it before its end wants no more of it: its decoder stops, and no
 * frame is inferred that nobody takes.
 */
public final class PieceRun implements AutoCloseable {
  /** The one who decodes and the one who takes the lines. */
  private static final int PARTIES = 2;

  private final PieceHeader header;
  private final EngineLease engine;
  private final OptionalDouble confidence;
  private final PieceFrames frames;
  private final Optional<StillFrames> still;
  private final PixelBuffer buffer;
  private final PieceSource source;
  private final Runnable afterwards;
  private final AtomicInteger parties = new AtomicInteger(PARTIES);
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LogSubject subject = LogContext.current();
  private final PieceStep steps = new PieceStep();

  private boolean decoded;

  /**
   * @param engine does all of it, and is closed with it
   * @param confidence below which detections are dropped; empty where the piece asks for none
   * @param afterwards runs once it is decoded and closed
   */
  PieceRun(
      PieceHeader header,
      EngineLease engine,
      OptionalDouble confidence,
      PixelBuffer buffer,
      PieceSource source,
      Runnable afterwards) {
    this.header = header;
    this.engine = engine;
    this.confidence = confidence;
    this.frames = new PieceFrames(header.frames());
    this.still = StillFrames.of(header);
    this.buffer = buffer;
    this.source = source;
    this.afterwards = afterwards;
  }

  /**
   * Waits for the next line; empty where there are no more.
   *
   * @throws InterruptedException if this thread is interrupted; the piece goes on until it is
   *     closed
   */
  public Optional<PieceLine> next() throws InterruptedException {
    return buffer.next(this);
  }

  /** How many frames are wanted of it. */
  public int size() {
    return header.frames().size();
  }

  PieceFrames frames() {
    return frames;
  }

  /** Which of its frames show nothing new; empty where each is inferred. */
  Optional<StillFrames> still() {
    return still;
  }

  /** Into which each of its frames is cut. */
  Tiles tiles() {
    return header.tiles();
  }

  /** What it is part of, for those who work on it on other threads. */
  LogSubject subject() {
    return subject;
  }

  PieceSource source() {
    return source;
  }

  /** One piece is done by one model. */
  InferenceOutcome infer(PixelPicture picture) {
    steps.begin(subject.trace());
    InferenceOutcome outcome = engine.infer(picture, confidence);
    steps.inferred(outcome.processingTimeMs());
    return outcome;
  }

  /** The decoder is done with it; true where it may go on with another piece. */
  synchronized boolean endDecoding() {
    decoded = true;
    return !closed.get() && source.isReusable();
  }

  boolean isClosed() {
    return closed.get();
  }

  /** The decoder has gone on to other things, or ended. */
  void leave() {
    if (parties.decrementAndGet() == 0) {
      engine.close();
      afterwards.run();
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      steps.end();
      buffer.remove(this);
      stopDecoding();
      leave();
    }
  }

  private synchronized void stopDecoding() {
    if (!decoded) {
      source.close();
    }
  }
}
