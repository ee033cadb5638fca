package edgeai.common.syntax;

/** Sees to it that a video has one size. */
final class PictureSizes {
  private long first;
  private boolean known;

  /** Takes width and height in any form that is always the same. */
  void check(long size) throws UnprovenException {
    if (known && size != first) {
      throw new UnprovenException("changes on the way how it is coded");
    }
    first = size;
    known = true;
  }
}
