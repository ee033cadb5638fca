package edgeai.coordinator.review;

/**
 * A stretch of media time in equal parts, each at least a millisecond long and at most a
 * millisecond longer than another.
 *
 * @param fromMs where the first part begins
 * @param toMs where the last part ends
 * @param parts how many there are
 */
record TimelineSpan(long fromMs, long toMs, int parts) {
  /** From the first frame to the last, in no more parts than there are frames. */
  static TimelineSpan of(long frames, long firstMs, long lastMs, int parts) {
    long length = lastMs - firstMs + 1;
    return frames == 0
        ? new TimelineSpan(0, 0, 0)
        : new TimelineSpan(firstMs, lastMs + 1, (int) Math.min(parts, Math.min(frames, length)));
  }

  boolean holds(long mediaTimeMs) {
    return fromMs <= mediaTimeMs && mediaTimeMs < toMs;
  }

  /** Where a part begins, and the one before it ends. */
  long startOf(int part) {
    return fromMs + (toMs - fromMs) * part / parts;
  }

  /** The part that a moment lies in. */
  int partOf(long mediaTimeMs) {
    return (int) (((mediaTimeMs - fromMs + 1) * parts - 1) / (toMs - fromMs));
  }
}
