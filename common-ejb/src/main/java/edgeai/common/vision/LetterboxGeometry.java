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

  /** Where a frame lies in a picture of it that was scaled. */
  static LetterboxGeometry scaled(int width, int height, int scaledWidth, int scaledHeight) {
    double scale = width > height ? (double) scaledWidth / width : (double) scaledHeight / height;
    return new LetterboxGeometry(width, height, scale, scaledWidth, scaledHeight, 0, 0);
  }

  /** The same in the upper left corner of the input. */
  LetterboxGeometry inCorner() {
    return new LetterboxGeometry(width, height, scale, scaledWidth, scaledHeight, 0, 0);
  }

  /**
   * From centre and size in input pixels to corners in the picture, clipped to it and cut off to
   * whole pixels.
   */
  Box toSource(double cx, double cy, double boxWidth, double boxHeight) {
    return toSource(
        new Area(cx - boxWidth / 2, cy - boxHeight / 2, cx + boxWidth / 2, cy + boxHeight / 2));
  }

  /** The same of corners in input pixels. */
  Box toSource(Area area) {
    return new Box(
        source(area.left(), padX, width),
        source(area.top(), padY, height),
        source(area.right(), padX, width),
        source(area.bottom(), padY, height));
  }

  /**
   * What a box in input pixels is in a larger picture that this one is a part of, clipped to the
   * part.
   *
   * @param x where the part begins in the picture
   * @param y where the part begins in the picture
   */
  Area area(Candidate box, int x, int y) {
    Area in = Area.of(box);
    return new Area(
        x + clipped(in.left(), padX, width),
        y + clipped(in.top(), padY, height),
        x + clipped(in.right(), padX, width),
        y + clipped(in.bottom(), padY, height));
  }

  private double clipped(double coordinate, int pad, int limit) {
    return Math.min(Math.max((coordinate - pad) / scale, 0), limit);
  }

  private int source(double coordinate, int pad, int limit) {
    return (int) Math.min(Math.max((coordinate - pad) / scale + EXACT, 0), limit);
  }

  private static int scaled(int length, double scale, int limit) {
    return (int) Math.min(Math.max(Math.rint(length * scale), 1), limit);
  }
}
