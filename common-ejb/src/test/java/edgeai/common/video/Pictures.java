package edgeai.common.video;

import java.awt.image.BufferedImage;

/** How far decoded pictures are from what was painted. */
final class Pictures {
  private Pictures() {}

  /** Mean difference of red, green and blue, of 255. */
  static double difference(BufferedImage one, BufferedImage other) {
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      throw new IllegalArgumentException(
          one.getWidth()
              + "x"
              + one.getHeight()
              + " beside "
              + other.getWidth()
              + "x"
              + other.getHeight());
    }
    int[] ones = pixels(one);
    int[] others = pixels(other);
    long sum = 0;
    for (int i = 0; i < ones.length; i++) {
      int a = ones[i];
      int b = others[i];
      sum += Math.abs((a >> 16 & 255) - (b >> 16 & 255));
      sum += Math.abs((a >> 8 & 255) - (b >> 8 & 255));
      sum += Math.abs((a & 255) - (b & 255));
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  /** Another size by nearest neighbour, for pictures of large areas. */
  static BufferedImage scaled(BufferedImage picture, int width, int height) {
    if (picture.getWidth() == width && picture.getHeight() == height) {
      return picture;
    }
    int[] from = pixels(picture);
    int[] to = new int[width * height];
    for (int y = 0; y < height; y++) {
      int line = y * picture.getHeight() / height * picture.getWidth();
      for (int x = 0; x < width; x++) {
        to[y * width + x] = from[line + x * picture.getWidth() / width];
      }
    }
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    scaled.getRaster().setDataElements(0, 0, width, height, to);
    return scaled;
  }

  /**
   * Red, green and blue of each pixel, row by row. A picture that is asked for one after the other
   * has its colours converted each time, which takes longer than all else.
   */
  private static int[] pixels(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    if (picture.getType() == BufferedImage.TYPE_INT_RGB) {
      return (int[]) picture.getRaster().getDataElements(0, 0, width, height, null);
    }
    if (picture.getType() != BufferedImage.TYPE_3BYTE_BGR) {
      return picture.getRGB(0, 0, width, height, null, 0, width);
    }
    byte[] bytes = (byte[]) picture.getRaster().getDataElements(0, 0, width, height, null);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] =
          (bytes[3 * i] & 255) << 16 | (bytes[3 * i + 1] & 255) << 8 | bytes[3 * i + 2] & 255;
    }
    return pixels;
  }
}
