package edgeai.common.video;

/**
 * What is wanted of a source: which frames, and what each comes as.
 *
 * @param sampleFps frames to emit per second of the video, 0 for every frame
 * @param jpegQuality 1 to 100
 * @param grey whether each frame comes with a small grey picture, too
 */
public record FrameWish(double sampleFps, int jpegQuality, boolean grey) {
  public FrameWish {
    if (!(sampleFps >= 0) || Double.isInfinite(sampleFps) || jpegQuality < 1 || jpegQuality > 100) {
      throw new IllegalArgumentException(
          "sampleFps must be 0 or above and jpegQuality 1 to 100: "
              + sampleFps
              + ", "
              + jpegQuality);
    }
  }

  /** JPEGs only. */
  public FrameWish(double sampleFps, int jpegQuality) {
    this(sampleFps, jpegQuality, false);
  }
}
