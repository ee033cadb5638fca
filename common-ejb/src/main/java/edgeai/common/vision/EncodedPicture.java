package edgeai.common.vision;

import edgeai.settings.Tiles;

/**
 * A picture to look for objects in, and the size that their boxes are given in: its own, or that of
 * the larger frame that it was made from.
 *
 * @param bytes a JPEG, PNG, WebP or BMP; not copied
 * @param width of the larger frame, 0 for the picture's own
 * @param height of the larger frame, 0 for the picture's own
 * @param tiles into which it is cut
 */
public record EncodedPicture(byte[] bytes, int width, int height, Tiles tiles) {

  /** One that is not cut. */
  public EncodedPicture(byte[] bytes, int width, int height) {
    this(bytes, width, height, Tiles.WHOLE);
  }

  /** Boxes are given in the picture's own pixels. */
  public static EncodedPicture of(byte[] bytes) {
    return new EncodedPicture(bytes, 0, 0);
  }

  /** The same, cut into tiles. */
  public EncodedPicture cut(Tiles into) {
    return new EncodedPicture(bytes, width, height, into);
  }

  /** Whether it stands for a larger frame. */
  public boolean isReduced() {
    return width > 0;
  }
}
