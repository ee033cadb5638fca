package edgeai.common.vision;

/** A grey picture as large as a video's, in which nothing is to be found: for measuring. */
public final class PlainPicture {
  public static final int WIDTH = 1280;
  public static final int HEIGHT = 720;

  private static final int GREY = 0x727272;
  private static final int JPEG_QUALITY = 85;

  private PlainPicture() {}

  public static byte[] jpeg() {
    try (Picture grey = Picture.filled(WIDTH, HEIGHT, GREY)) {
      return grey.toJpeg(JPEG_QUALITY);
    }
  }
}
