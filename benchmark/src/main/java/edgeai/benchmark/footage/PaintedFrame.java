package edgeai.benchmark.footage;

/**
 * A frame that is painted pixel by pixel, of the size of the project's clip.
 *
 * @param bgr rows from top to bottom, a byte each of blue, green and red for a pixel
 */
public record PaintedFrame(byte[] bgr) {
  public static final int WIDTH = 1280;
  public static final int HEIGHT = 720;

  /** Frames a second. */
  public static final int FPS = 15;

  static final int BYTES = 3 * WIDTH * HEIGHT;
}
