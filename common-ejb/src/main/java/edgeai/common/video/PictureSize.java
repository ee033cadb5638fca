package edgeai.common.video;

import edgeai.common.vision.LetterboxGeometry;

/**
 * How large the picture of a frame is made.
 *
 * @param width pixels
 * @param height pixels
 */
record PictureSize(int width, int height) {

  /** Frames that are hardly larger than what is wanted are left as they are. */
  private static final double WORTH_IT = 0.75;

  /**
   * What a network with this input can use of a frame, see {@link LetterboxGeometry}; the frame's
   * own size where it is not much larger than that.
   *
   * @param inputWidth pixels, 0 to leave every frame as it is
   */
  static PictureSize of(int width, int height, int inputWidth, int inputHeight) {
    if (inputWidth > 0) {
      LetterboxGeometry fit = LetterboxGeometry.fit(width, height, inputWidth, inputHeight);
      if (fit.scale() <= WORTH_IT) {
        return new PictureSize(fit.scaledWidth(), fit.scaledHeight());
      }
    }
    return new PictureSize(width, height);
  }

  PictureSize turned() {
    return new PictureSize(height, width);
  }
}
