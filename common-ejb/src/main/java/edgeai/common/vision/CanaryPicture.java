package edgeai.common.vision;

/** A small picture made in code, which a model that works infers in no time. */
public final class CanaryPicture {
  private static final int SIDE = 64;
  private static final int GREY = 0x727272;
  private static final int QUALITY = 85;

  private CanaryPicture() {}

  public static byte[] jpeg() {
    try (Picture grey = Picture.filled(SIDE, SIDE, GREY)) {
      return grey.toJpeg(QUALITY);
    }
  }
}
