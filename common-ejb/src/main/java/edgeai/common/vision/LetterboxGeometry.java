package edgeai.common.vision;

import edgeai.common.wire.Box;

/**
 * Where a picture lies in a network's input, see {@link Letterbox}.
 *
 * @param width of the picture
 * @param height of the picture
 * @param scale input pixels per picture pixel
 * @param scaledWidth of the picture in the input
 * @param scaledHeight of the picture in the input
 * @param padX input pixels left of the picture
 * @param padY input pixels above the picture
 */
public record LetterboxGeometry(
    int width, int height, double scale, int scaledWidth, int scaledHeight, int padX, int padY) {

  /** Keeps what is a whole pixel but for the division from losing that pixel. */
  private static final double EXACT = 1e-6;

  /** The largest centred fit; a very thin picture keeps at least one pixel. */
  public static LetterboxGeometry fit(int width, int height, int inputWidth, int inputHeight) {
    double scale = Math.min((double) inputHeight / height, (double) inputWidth / width);
    int scaledWidth = scaled(width, scale, inputWidth);
    int scaledHeight = scaled(height, scale, inputHeight);
    int padX = (int) Math.rint((inputWidth - scaledWidth) / 2.0 - 0.1);
    int padY = (int) Math.rint((inputHeight - scaledHeight) / 2.0 - 0.1);
    return new LetterboxGeometry(width, height, scale, scaledWidth, scaledHeight, padX, padY);
  }

  /**
   * From centre and size in input pixels to corners in the picture, clipped to it and cut off to
   * whole pixels.
   */
  Box toSource(double cx, double cy, double boxWidth, double boxHeight) {
    return new Box(
        source(cx - boxWidth / 2, padX, width),
        source(cy - boxHeight / 2, padY, height),
        source(cx + boxWidth / 2, padX, width),
        source(cy + boxHeight / 2, padY, height));
  }

  private int source(double coordinate, int pad, int limit) {
    return (int) Math.min(Math.max((coordinate - pad) / scale + EXACT, 0), limit);
  }

  private static int scaled(int length, double scale, int limit) {
    return (int) Math.min(Math.max(Math.rint(length * scale), 1), limit);
  }
}
