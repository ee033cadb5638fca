package edgeai.worker.infer;

import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.UnreadablePictureException;

/** What answers frames, one or several at a time. */
interface Engine extends AutoCloseable {
  /** What is announced of it. */
  ModelCard card();

  /**
   * Does one frame.
   *
   * @param confidence detections below are dropped, 0 to 1
   */
  InferenceStage.Outcome infer(EncodedPicture picture, double confidence)
      throws UnreadablePictureException;

  /** Shows with a picture that it works; fails where it does not. */
  void prove(EncodedPicture picture, double confidence) throws UnreadablePictureException;

  @Override
  void close();
}
