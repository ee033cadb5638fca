package edgeai.common.syntax;

/**
 * A video object layer of MPEG-4 visual (ISO/IEC 14496-2, 6.2.3), as far as it is of interest.
 *
 * @param timeBits bits of the part of a second in a plane's time
 */
record Mpeg4Layer(int timeBits) {
  private static final int STUDIO = 14;
  private static final int EXTENDED_ASPECT = 15;
  private static final int BUFFER_BITS = 79;

  static Mpeg4Layer of(BitInput in) throws UnprovenException {
    in.flag();
    if (in.number(8) == STUDIO) {
      throw new UnprovenException("is coded for studios");
    }
    if (in.flag()) {
      in.skip(7);
    }
    if (in.number(4) == EXTENDED_ASPECT) {
      in.skip(16);
    }
    if (in.flag()) {
      in.skip(3);
      if (in.flag()) {
        in.skip(BUFFER_BITS);
      }
    }
    if (in.number(2) != 0) {
      throw new UnprovenException("has pictures of another shape than a rectangle");
    }
    in.flag();
    int resolution = in.number(16);
    int bits = Math.max(1, 32 - Integer.numberOfLeadingZeros(Math.max(0, resolution - 1)));
    in.flag();
    if (in.flag()) {
      in.skip(bits);
    }
    in.skip(1 + 13 + 1 + 13 + 1); // width and height between markers
    if (in.flag()) {
      throw new UnprovenException("is interlaced");
    }
    return new Mpeg4Layer(bits);
  }
}
