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
    long sum = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int a = one.getRGB(x, y);
        int b = other.getRGB(x, y);
        sum += Math.abs((a >> 16 & 255) - (b >> 16 & 255));
        sum += Math.abs((a >> 8 & 255) - (b >> 8 & 255));
        sum += Math.abs((a & 255) - (b & 255));
      }
    }
    return sum / (3.0 * one.getWidth() * one.getHeight());
  }

  /** Another size by nearest neighbour, for pictures of large areas. */
  static BufferedImage scaled(BufferedImage picture, int width, int height) {
    BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        scaled.setRGB(
            x, y, picture.getRGB(x * picture.getWidth() / width, y * picture.getHeight() / height));
      }
    }
    return scaled;
  }
}
