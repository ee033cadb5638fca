package edgeai.coordinator.dispatch;

import edgeai.common.piece.PieceHeader;

/**
 * How many frames the next piece of a worker is to have: work, not bytes.
 *
 * @param frames what it should have
 * @param most a segment with more is cut in two, although whoever gets its end decodes it from its
 *     beginning
 * @param cheapBytes a segment with fewer is cut wherever it suits
 */
record PieceSize(int frames, int most, long cheapBytes) {
  /** What a worker has at hand altogether, where there is enough. */
  private static final double AT_HAND_MS = 3_000;

  private static final double LEAST_MS = 100;

  /** A piece may have so many times what it should, rather than end within a segment. */
  private static final double BEYOND = 1.25;

  /** Less than this of work is not worth decoding the beginning of a segment twice. */
  private static final double WORTH_A_CUT_MS = 1_000;

  /** All finish together where each piece takes a third of the time that is left. */
  private static final double OF_THE_REST = 3;

  /**
   * So little is decoded in a tenth of a piece's time: a quarter of a millisecond a kilobyte, on
   * small machines.
   */
  private static final double CHEAP_BYTES_A_MS = 400;

  /**
   * For a frame of a piece at most, by machines fast and slow, so that most of its time is work.
   */
  private static final int DECODED_TWICE = 2;

  /** Of a worker whose pace in this job is not known. */
  static final int FIRST = 8;

  /** A segment with fewer is not decoded twice, whatever its worker's pace may be. */
  private static final int FIRST_WHOLE = 32;

  /**
   * Of a worker whose pace is not known.
   *
   * @param share of the frames that are left, were all workers equally fast
   */
  static PieceSize first(long share) {
    return new PieceSize(FIRST, (int) Math.max(2 * FIRST, Math.min(FIRST_WHOLE, share)), 0);
  }

  /**
   * Of a worker whose pace is known.
   *
   * @param paceMs what a frame of the job takes it
   * @param places for pieces that it has
   * @param leftMs until the job is over, with all who work on it
   */
  static PieceSize of(double paceMs, int places, double leftMs) {
    double target = Math.max(LEAST_MS, Math.min(AT_HAND_MS / places, leftMs / OF_THE_REST));
    double most = Math.max(WORTH_A_CUT_MS, leftMs);
    return new PieceSize(
        frames(target / paceMs), frames(most / paceMs), Math.round(target * CHEAP_BYTES_A_MS));
  }

  /** The same for who works alone, with whom nobody would share a segment. */
  PieceSize alone() {
    return new PieceSize(frames, Integer.MAX_VALUE, 0);
  }

  /** So many frames, wherever segments end. */
  static PieceSize exactly(int frames) {
    return new PieceSize(frames, frames, Long.MAX_VALUE);
  }

  /**
   * How many frames of a segment that comes first are to be of the piece.
   *
   * @param count that are left of it
   * @param bytes of it
   * @param before frames of it that have to be decoded once more, whatever the piece has
   */
  int ofFirst(int count, long bytes, long before) {
    boolean cut = count > most || count > frames * BEYOND && bytes <= cheapBytes;
    return cut ? (int) Math.min(count, Math.max(frames, before / DECODED_TWICE)) : count;
  }

  /** Whether a segment is too much that would come next. */
  boolean isBeyond(int count) {
    return count > frames * BEYOND;
  }

  private static int frames(double wanted) {
    return (int) Math.max(1, Math.min(PieceHeader.MAX_FRAMES, Math.round(wanted)));
  }
}
