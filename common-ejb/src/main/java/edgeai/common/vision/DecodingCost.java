package edgeai.common.vision;

/**
 * What decoding a picture would cost, told by its structure before a pixel is decoded: native code
 * that is at it cannot be stopped.
 */
final class DecodingCost {
  /** Of a JPEG; progressive ones have about ten. Each goes over all pixels once more. */
  static final int MOST_SCANS = 64;

  /** A frame of 4K: smaller pictures may be as empty as they like. */
  private static final long SMALL = 4096L * 2160;

  /** Pixels that a byte stands for in a large picture; in a photograph of a dark night about 80. */
  private static final long MOST_PIXELS_A_BYTE = 200;

  private static final int MARK = 0xff;
  private static final int END = 0xd9;
  private static final int START_OF_SCAN = 0xda;

  private DecodingCost() {}

  /**
   * Refuses what no camera makes.
   *
   * @throws UnreadablePictureException for a JPEG of very many scans, or a large picture of next to
   *     no bytes
   */
  static void requireBearable(byte[] picture, PictureHeader header)
      throws UnreadablePictureException {
    long pixels = (long) header.width() * header.height();
    if (pixels > SMALL && pixels / picture.length > MOST_PIXELS_A_BYTE) {
      throw new UnreadablePictureException(
          "The picture has %d x %d pixels in %d bytes, which is next to nothing."
              .formatted(header.width(), header.height(), picture.length));
    }
    if (header.jpeg() && scans(picture) > MOST_SCANS) {
      throw new UnreadablePictureException(
          "The picture has more than the %d scans that are allowed.".formatted(MOST_SCANS));
    }
  }

  /** Those up to the mark of its end: what phones put behind that is passed over. */
  static int scans(byte[] jpeg) {
    int scans = 0;
    int at = 2;
    while (at + 3 < jpeg.length) {
      int marker = jpeg[at + 1] & 255;
      if ((jpeg[at] & 255) != MARK || !isMarker(marker)) {
        at++; // pixels, or what should not be there
      } else if (marker == END) {
        return scans;
      } else {
        scans += marker == START_OF_SCAN ? 1 : 0;
        at += 2 + ((jpeg[at + 2] & 255) << 8 | jpeg[at + 3] & 255);
      }
    }
    return scans;
  }

  /** One that a length follows, or the end: neither stuffing nor filling, nor a restart. */
  private static boolean isMarker(int marker) {
    boolean alone = marker <= 0x01 || marker == MARK || marker >= 0xd0 && marker <= 0xd8;
    return !alone;
  }
}
