package edgeai.common.video;

/**
 * Notices what a demuxer passes over in silence: avi, flv, mkv and webm packets lie in the file one
 * behind the other, so a wide gap between them, or behind the last, is data that was lost.
 */
final class ByteCoverage {
  private static final long NARROW = 4096;

  private final long fileSize;
  private long reached = -1;
  private long skipped;
  private int gaps;
  private double seconds;

  ByteCoverage(long fileSize) {
    this.fileSize = fileSize;
  }

  /** Takes note of a packet; position -1 where unknown, its end in seconds or NaN. */
  void packet(long position, int size, double endSeconds) {
    if (endSeconds > seconds) {
      seconds = endSeconds;
    }
    if (position < 0) {
      return;
    }
    if (reached >= 0 && position - reached > NARROW) {
      gaps++;
      skipped += position - reached;
    }
    reached = Math.max(reached, position + size);
  }

  /** Gaps between packets; none where they are too small a part of the file to matter. */
  int gaps() {
    return skipped > fileSize / 100 ? gaps : 0;
  }

  /** Whether more lies behind the last packet than an index needs; length 0 when unknown. */
  boolean tailLost(double durationSeconds) {
    long tail = fileSize - Math.max(0, reached);
    boolean early = seconds < 0.95 * durationSeconds;
    return tail > NARROW
        && (durationSeconds > 0 ? early && tail > fileSize / 50 : tail > fileSize / 4);
  }
}
