package edgeai.common.inference;

import edgeai.common.error.Refusal;
import edgeai.common.guard.Failures;
import edgeai.common.log.LogContext;
import edgeai.common.metrics.StageTimes;
import edgeai.common.video.PiecePicture;
import edgeai.common.vision.InferenceException;
import edgeai.common.vision.PixelPicture;
import edgeai.common.wire.PieceLine;
import edgeai.settings.Tiles;

/** Infers the next frame that waits in the buffer, if one does: run once for each that was put. */
final class FrameInference implements Runnable {
  private static final String WHERE = "frame of a piece";
  private static final String SENTENCE = "The server failed on this frame; its log says why.";

  private final PixelBuffer buffer;
  private final StageTimes times;
  private final PieceFigures figures;
  private final Failures failures;
  private final CallerTime callers = new CallerTime();

  FrameInference(PixelBuffer buffer, StageTimes times, PieceFigures figures, Failures failures) {
    this.buffer = buffer;
    this.times = times;
    this.figures = figures;
    this.failures = failures;
  }

  @Override
  public void run() {
    buffer
        .take()
        .ifPresent(
            frame ->
                LogContext.run(
                    frame.piece().subject().withFrame(frame.picture().id()),
                    () -> answer(frame, timed(frame))));
  }

  /** There is nobody to infer one of those that wait. */
  void giveUpOne(Throwable why) {
    failures.note(WHERE, why);
    buffer.take().ifPresent(frame -> answer(frame, failed(frame.picture())));
  }

  /** Where a line is lost nobody may wait for it: then its piece has no more of them. */
  private void answer(PixelBuffer.Waiting frame, PieceLine line) {
    try {
      buffer.answer(frame, line);
      frame.piece().still().ifPresent(still -> still.answered(frame.picture(), line));
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      buffer.remove(frame.piece());
    }
  }

  private static PieceLine failed(PiecePicture picture) {
    return PieceLine.failed(picture.id(), SENTENCE);
  }

  private PieceLine timed(PixelBuffer.Waiting frame) {
    callers.begins();
    try {
      return line(frame.piece(), frame.picture());
    } finally {
      callers.ends();
    }
  }

  /** How long callers were at it. */
  CallerTime callers() {
    return callers;
  }

  /** Whatever goes wrong: somebody waits for this line. */
  private PieceLine line(PieceRun piece, PiecePicture picture) {
    try {
      return infer(piece, picture);
    } catch (Refusal | InferenceException e) {
      return PieceLine.failed(picture.id(), e.getMessage());
    } catch (RuntimeException | Error e) {
      failures.note(WHERE, e);
      return failed(picture);
    }
  }

  private PieceLine infer(PieceRun piece, PiecePicture picture) {
    InferenceOutcome outcome = piece.infer(pixels(picture, piece.tiles()));
    figures.inferred();
    times.add(StageTimes.Stage.LETTERBOX, picture.scaleNanos(), 0);
    return new PieceLine(
        picture.id(),
        outcome.detections(),
        picture.scaleNanos() / 1e6 + outcome.processingTimeMs(),
        null,
        picture.width(),
        picture.height(),
        picture.jpeg());
  }

  /** A frame that nothing is known of is as large as its pixels. */
  private static PixelPicture pixels(PiecePicture picture, Tiles tiles) {
    boolean known = picture.width() > 0;
    return new PixelPicture(
        picture.bgr(),
        picture.bgrWidth(),
        picture.bgrHeight(),
        known ? picture.width() : picture.bgrWidth(),
        known ? picture.height() : picture.bgrHeight(),
        tiles);
  }
}
