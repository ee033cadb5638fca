package edgeai.common.inference;

import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.Detector;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.Inference;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.Picture;
import edgeai.common.vision.PixelPicture;
import edgeai.common.vision.UnreadablePictureException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

/** A model that is open and warm, and the file it was read from. */
public final class ModelEngine implements Engine {
  /** Above what a model may say of anything, so that nothing is found. */
  private static final double SUREST = 1;

  private final Path file;
  private final Detector detector;
  private final ModelCard card;
  private final long maxPixels;
  private final StageTimes times;

  /** Pictures whose pixels are held: those of the callers, and one at hand. */
  private final Semaphore decoded;

  /**
   * @param detector closed with this engine
   * @param card what the model is called here
   * @param maxPixels a larger picture is refused
   */
  ModelEngine(Path file, Detector detector, ModelCard card, long maxPixels, StageTimes times) {
    this.file = file;
    this.detector = detector;
    this.card = card;
    this.maxPixels = maxPixels;
    this.times = times;
    this.decoded = new Semaphore(detector.callers() + 1, true);
  }

  public Path file() {
    return file;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public InferenceOutcome infer(EncodedPicture encoded, double confidence)
      throws UnreadablePictureException {
    decoded.acquireUninterruptibly();
    try {
      return decodeAndInfer(encoded, confidence);
    } finally {
      decoded.release();
    }
  }

  private InferenceOutcome decodeAndInfer(EncodedPicture encoded, double confidence)
      throws UnreadablePictureException {
    long started = System.nanoTime();
    try (Picture picture = detector.decode(encoded, maxPixels)) {
      long decoding = System.nanoTime() - started;
      Inference inference = detector.infer(picture, encoded.tiles(), confidence);
      times.add(StageTimes.Stage.JPEG_DECODE, decoding);
      times.addInferred(
          inference.letterboxNanos(), inference.inferNanos(), inference.suppressNanos());
      return new InferenceOutcome(
          inference.detections(), decoding / 1e6 + inference.millis(), card.sha256());
    }
  }

  @Override
  public InferenceOutcome infer(PixelPicture picture, double confidence) {
    Inference inference = detector.infer(picture, confidence);
    times.addInferred(
        inference.letterboxNanos(), inference.inferNanos(), inference.suppressNanos());
    return new InferenceOutcome(inference.detections(), inference.millis(), card.sha256());
  }

  @Override
  public void prove(EncodedPicture encoded) throws UnreadablePictureException {
    try (Picture picture = detector.decode(encoded, maxPixels)) {
      detector.infer(picture, SUREST);
    }
  }

  @Override
  public void close() {
    detector.close();
  }
}
