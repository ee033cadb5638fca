package edgeai.common.vision;

/**
 * The size that a JPEG, PNG, WebP or BMP claims, known without decoding a pixel.
 *
 * @param jpeg whether it is a JPEG
 */
record PictureHeader(int width, int height, boolean jpeg) {

  /**
   * Goes by the first bytes, never by a name or a declared type.
   *
   * @throws UnreadablePictureException if the bytes are none of these, or end too early
   */
  static PictureHeader read(byte[] picture) throws UnreadablePictureException {
    if (picture.length == 0) {
      throw new UnreadablePictureException("The picture is empty.");
    }
    PictureFormat format =
        PictureFormat.of(picture)
            .orElseThrow(
                () ->
                    new UnreadablePictureException(
                        "The bytes are no picture of these kinds: %s."
                            .formatted(PictureFormat.ALLOWED)));
    PictureHeader header =
        new HeaderBytes(picture)
            .size(format)
            .map(size -> new PictureHeader(size[0], size[1], format == PictureFormat.JPEG))
            .orElseThrow(PictureHeader::damaged);
    if (header.width() < 1 || header.height() < 1) {
      throw damaged();
    }
    return header;
  }

  private static UnreadablePictureException damaged() {
    return new UnreadablePictureException("The picture's header is damaged or cut short.");
  }

  void requireAtMost(long maxPixels) throws UnreadablePictureException {
    if ((long) width * height > maxPixels) {
      throw new UnreadablePictureException(
          "The picture has %d x %d pixels, more than the %d that are allowed."
              .formatted(width, height, maxPixels));
    }
  }

  /**
   * By how much, 8, 4, 2 or 1, the picture may be reduced while it is decoded and still be no
   * coarser than a network's input, whichever way it is to be turned.
   */
  int reduction(int inputWidth, int inputHeight) {
    double upright = Math.min((double) inputWidth / width, (double) inputHeight / height);
    double turned = Math.min((double) inputWidth / height, (double) inputHeight / width);
    double scale = Math.max(upright, turned);
    for (int factor = 8; factor > 1; factor /= 2) {
      if (jpeg && factor * scale <= 1 && tellsIfTurned(factor)) {
        return factor;
      }
    }
    return 1;
  }

  /** Whether its sides tell, once they are reduced, which of them is which. */
  private boolean tellsIfTurned(int factor) {
    return width == height || reduced(width, factor) != reduced(height, factor);
  }

  /** The length of a side after that. */
  static int reduced(int side, int factor) {
    return (side + factor - 1) / factor;
  }
}
