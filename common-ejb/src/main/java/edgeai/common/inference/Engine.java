package edgeai.common.inference;

import edgeai.common.vision.EncodedPicture;
import edgeai.common.vision.ModelCard;
import edgeai.common.vision.PixelPicture;
import edgeai.common.vision.UnreadablePictureException;

/** What answers pictures, one or several at a time. */
public interface Engine extends AutoCloseable {
  /** What is told of it. */
  ModelCard card();

  /**
   * Does one picture.
   *
   * @param confidence detections below are dropped, 0 to 1
   */
  InferenceOutcome infer(EncodedPicture picture, double confidence)
      throws UnreadablePictureException;

  /** As {@link #infer(EncodedPicture, double)}, of pixels. */
  InferenceOutcome infer(PixelPicture picture, double confidence);

  /** Whether it looks at what it is given; one that does not is spared the decoding of video. */
  default boolean looks() {
    return true;
  }

  /** Shows with a picture that it works, beside all figures; fails where it does not. */
  void prove(EncodedPicture picture) throws UnreadablePictureException;

  @Override
  void close();
}
