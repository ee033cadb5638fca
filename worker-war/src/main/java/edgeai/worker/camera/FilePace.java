package edgeai.worker.camera;

/** When the frames of a file are due, so that it is watched at its own pace. */
final class FilePace {
  private static final long LATE_NANOS = 1_000_000_000L;

  private long origin;

  /** The first frame is due at once; times are those of {@link System#nanoTime}. */
  FilePace(long now) {
    this.origin = now;
  }

  /** Nanoseconds to wait for the frame at this time of the file, 0 where it is due. */
  long nanosUntil(long mediaTimeMs, long now) {
    long due = origin + mediaTimeMs * 1_000_000;
    if (now - due > LATE_NANOS) {
      origin += now - due; // after a stall it goes on from there and hurries through nothing
      return 0;
    }
    return Math.max(0, due - now);
  }
}
