package edgeai.common.vision;

/**
 * A part of a picture, in the picture's pixels.
 *
 * @param x left of it
 * @param y above it
 * @param pictureWidth of the whole
 * @param pictureHeight of the whole
 */
record Tile(int x, int y, int width, int height, int pictureWidth, int pictureHeight) {

  /** What ends so near to an edge, as a share of the tile, goes on beyond it. */
  private static final double AT_THE_EDGE = 0.02;

  /** All of a picture. */
  static Tile whole(int width, int height) {
    return new Tile(0, 0, width, height, width, height);
  }

  Area area() {
    return new Area(x, y, x + width, y + height);
  }

  /** Whether a box ends at an edge of the tile behind which the picture goes on. */
  boolean cuts(Area box) {
    double across = AT_THE_EDGE * width;
    double down = AT_THE_EDGE * height;
    return x > 0 && box.left() < x + across
        || y > 0 && box.top() < y + down
        || x + width < pictureWidth && box.right() > x + width - across
        || y + height < pictureHeight && box.bottom() > y + height - down;
  }
}
