package edgeai.common.vision;

import edgeai.settings.Tiles;

/**
 * A decoded picture in Java's memory to look for objects in, and the size of the frame that it was
 * made from, which its boxes are given in.
 *
 * @param bgr rows from top to bottom without gaps, 8 bits for blue, green and red; not copied
 * @param width in pixels; where it is what {@link LetterboxGeometry#fit} gives for the frame,
 *     nothing is scaled any more
 * @param height in pixels
 * @param frameWidth in pixels
 * @param frameHeight in pixels
 * @param tiles into which it is cut
 */
public record PixelPicture(
    byte[] bgr, int width, int height, int frameWidth, int frameHeight, Tiles tiles) {
  private static final int CHANNELS = 3;

  /** One that is not cut. */
  public PixelPicture(byte[] bgr, int width, int height, int frameWidth, int frameHeight) {
    this(bgr, width, height, frameWidth, frameHeight, Tiles.WHOLE);
  }

  /** Checks that the bytes are as many as the pixels need. */
  public PixelPicture {
    if (width < 1 || height < 1 || frameWidth < 1 || frameHeight < 1) {
      throw new IllegalArgumentException("a picture needs a pixel");
    }
    if (bgr.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "%d bytes are no picture of %dx%d".formatted(bgr.length, width, height));
    }
  }
}
