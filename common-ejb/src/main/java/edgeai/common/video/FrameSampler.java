package edgeai.common.video;

/**
 * Picks frames by their time: the first, then the first one at or after each next point of a grid
 * that starts at the first frame. Sampling at or above the source's own rate takes every frame.
 */
public final class FrameSampler {
  /** Containers round times to milliseconds, so a frame may come this much too early. */
  private static final double TOLERANCE_MICROS = 1000;

  /** What arrives over a network comes this part of an interval too early. */
  private static final double JITTER = 0.25;

  private final double intervalMicros;
  private final double earlyMicros;

  /** Points of the grid that may be made up for where frames came late. */
  private final int owed;

  private long origin;
  private long nextPoint;

  /** Takes the frames per second to let through; 0 lets every frame through. */
  public FrameSampler(double fps) {
    this(fps, Math.min(TOLERANCE_MICROS, interval(fps) / 10), 0);
  }

  private FrameSampler(double fps, double earlyMicros, int owed) {
    this.intervalMicros = interval(fps);
    this.earlyMicros = earlyMicros;
    this.owed = owed;
  }

  /** For frames whose times jitter as they do over a network: as many a second all the same. */
  static FrameSampler ofArrivals(double fps) {
    return new FrameSampler(fps, interval(fps) * JITTER, 1);
  }

  private static double interval(double fps) {
    if (!(fps >= 0) || Double.isInfinite(fps)) {
      throw new IllegalArgumentException("frames per second must be 0 or above: " + fps);
    }
    return fps == 0 ? 0 : 1e6 / fps;
  }

  /** Whether to take the frame at this time; times must not decrease. */
  public boolean takes(long micros) {
    if (intervalMicros == 0) {
      return true;
    }
    if (nextPoint == 0) {
      origin = micros;
    }
    double point = (micros - origin + earlyMicros) / intervalMicros;
    if (point < nextPoint) {
      return false;
    }
    nextPoint = Math.max(nextPoint + 1, (long) Math.floor(point) + 1 - owed);
    return true;
  }

  /** How many of so many frames at this rate would be taken, in an evenly timed video. */
  static long expected(long frames, double sourceFps, double sampleFps) {
    return sampleFps == 0 || sourceFps == 0 || sampleFps >= sourceFps
        ? frames
        : (long) Math.ceil(frames * sampleFps / sourceFps - 1e-6);
  }
}
