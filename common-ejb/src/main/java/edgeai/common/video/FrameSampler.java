package edgeai.common.video;

/**
 * Picks frames by their time: the first, then the first one at or after each next point of a grid
 * that starts at the first frame. Sampling at or above the source's own rate takes every frame.
 */
final class FrameSampler {
  /** Containers round times to milliseconds, so a frame may come this much too early. */
  private static final double TOLERANCE_MICROS = 1000;

  private final double intervalMicros;
  private long origin;
  private long nextPoint;

  /** Takes the frames per second to let through; 0 lets every frame through. */
  FrameSampler(double fps) {
    if (!(fps >= 0) || Double.isInfinite(fps)) {
      throw new IllegalArgumentException("frames per second must be 0 or above: " + fps);
    }
    this.intervalMicros = fps == 0 ? 0 : 1e6 / fps;
  }

  /** Whether to take the frame at this time; times must not decrease. */
  boolean takes(long micros) {
    if (intervalMicros == 0) {
      return true;
    }
    if (nextPoint == 0) {
      origin = micros;
    }
    double early = Math.min(TOLERANCE_MICROS, intervalMicros / 10);
    double point = (micros - origin + early) / intervalMicros;
    if (point < nextPoint) {
      return false;
    }
    nextPoint = (long) Math.floor(point) + 1;
    return true;
  }

  /** How many of so many frames at this rate would be taken, in an evenly timed video. */
  static long expected(long frames, double sourceFps, double sampleFps) {
    return sampleFps == 0 || sourceFps == 0 || sampleFps >= sourceFps
        ? frames
        : (long) Math.ceil(frames * sampleFps / sourceFps - 1e-6);
  }
}
