package edgeai.common.video;

/**
 * Turns a file's timestamps, which may be missing, negative or wild, into times that start near 0
 * and never decrease.
 */
final class MediaClock implements FrameClock {
  private static final long SECOND = 1_000_000;
  private static final long FALLBACK_STEP = 40_000;
  private static final double WILDEST_SECONDS = 1e12;
  private static final double NO_LENGTH_SECONDS = 1e-6;

  private final double startSeconds;
  private final long durationMicros;
  private final long step;
  private double origin = Double.NaN;
  private long shift;
  private long last;
  private boolean running;

  /**
   * @param startSeconds when the container says it starts, NaN when it does not
   * @param durationSeconds 0 when unknown
   * @param fps 0 when unknown
   */
  MediaClock(double startSeconds, double durationSeconds, double fps) {
    this.startSeconds = startSeconds;
    this.durationMicros = Math.round(durationSeconds * SECOND);
    this.step = fps > 0 ? Math.round(SECOND / fps) : FALLBACK_STEP;
  }

  /**
   * For what is sent out in packets, whose times begin anywhere and break off where two recordings
   * meet: it begins with its first frame, and a jump is no pause.
   *
   * @param fps 0 when unknown
   */
  static MediaClock ofBroadcast(double fps) {
    return new MediaClock(Double.NaN, NO_LENGTH_SECONDS, fps);
  }

  @Override
  public long micros(double timestamp) {
    boolean usable = Math.abs(timestamp) < WILDEST_SECONDS;
    long next = running ? last + step : 0;
    if (usable) {
      next = running && !Double.isNaN(origin) ? follow(timestamp) : start(timestamp, next);
    }
    running = true;
    last = next;
    return next;
  }

  /** The time of a frame with this timestamp if times never start over on the way there. */
  long straight(double timestamp) {
    return Math.round((timestamp - origin) * SECOND) + shift;
  }

  /** The timestamp in seconds that a frame of this time has if times never start over. */
  double timestamp(long micros) {
    return origin + (double) (micros - shift) / SECOND;
  }

  /** The time of a frame that tells none and follows one of this time. */
  long after(long micros) {
    return micros + step;
  }

  /** Goes on after a frame of this time, which was found without those before it. */
  void resume(long micros) {
    last = micros;
  }

  private long start(double timestamp, long reached) {
    double lead = timestamp - startSeconds;
    boolean plausible = !running && lead >= 0 && lead * SECOND <= durationMicros;
    origin = plausible ? startSeconds : timestamp - (double) reached / SECOND;
    return Math.max(reached, Math.round((timestamp - origin) * SECOND));
  }

  private long follow(double timestamp) {
    long time = Math.round((timestamp - origin) * SECOND) + shift;
    long ahead = time - last;
    boolean startedOver = ahead < -SECOND;
    boolean ranAway =
        durationMicros > 0 && ahead > 10 * SECOND && time > durationMicros + 10 * SECOND;
    if (startedOver || ranAway) {
      shift += last + step - time;
      return last + step;
    }
    return Math.max(time, last);
  }
}
