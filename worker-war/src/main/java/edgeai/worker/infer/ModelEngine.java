package edgeai.worker.infer;

import edgeai.common.metrics.StageTimes;
import edgeai.common.vision.Detector;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.Inference;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.Picture;
import edgeai.common.vision.UnreadablePictureException;

/** A model that is open and warm. */
final class ModelEngine implements Engine {
  private final Detector detector;
  private final ModelCard card;
  private final long maxPixels;
  private final StageTimes times;

  /**
   * @param detector closed with this engine
   * @param maxPixels a larger picture is refused
   */
  ModelEngine(Detector detector, ModelCard card, long maxPixels, StageTimes times) {
    this.detector = detector;
    this.card = card;
    this.maxPixels = maxPixels;
    this.times = times;
  }

  @Override
  public ModelCard card() {
    return card;
  }

  @Override
  public InferenceStage.Outcome infer(EncodedPicture encoded, double confidence)
      throws UnreadablePictureException {
    long started = System.nanoTime();
    try (Picture picture = detector.decode(encoded, maxPixels)) {
      long decoding = System.nanoTime() - started;
      Inference inference = detector.infer(picture, confidence);
      times.addInferred(
          decoding, inference.letterboxNanos(), inference.inferNanos(), inference.suppressNanos());
      return new InferenceStage.Outcome(
          inference.detections(), Math.round((decoding / 1e6 + inference.millis()) * 10) / 10.0);
    }
  }

  @Override
  public void prove(EncodedPicture encoded, double confidence) throws UnreadablePictureException {
    try (Picture picture = detector.decode(encoded, maxPixels)) {
      detector.infer(picture, confidence);
    }
  }

  @Override
  public void close() {
    detector.close();
  }
}
