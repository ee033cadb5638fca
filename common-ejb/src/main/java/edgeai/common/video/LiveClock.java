package edgeai.common.video;

import java.util.function.LongSupplier;

/**
 * When the frames of a live source were taken: as it tells, or as they arrive where it tells
 * nothing or what cannot be. What was found out in time is not changed again.
 */
final class LiveClock implements FrameClock {
  private static final long WINDOW_MICROS = 2_000_000;
  private static final int FRAMES_OF_A_WINDOW = 5;

  /** How many times faster or slower than they arrive frames may claim to be. */
  private static final int CREDIBLE = 2;

  private final FrameClock told;
  private final boolean isPaced;
  private final LongSupplier nanoTime;
  private final long start;
  private boolean believed;
  private long shift;
  private long last;
  private int frames;
  private boolean isSettled;
  private long windowTold;
  private long windowArrived;

  /**
   * @param told the times that the source tells
   * @param believed whether it tells any
   * @param isPaced whether it gives frames as they are taken; a file over HTTP comes faster
   * @param nanoTime as {@link System#nanoTime}
   */
  LiveClock(FrameClock told, boolean believed, boolean isPaced, LongSupplier nanoTime) {
    this.told = told;
    this.believed = believed;
    this.isPaced = isPaced;
    this.nanoTime = nanoTime;
    this.start = nanoTime.getAsLong();
  }

  @Override
  public long micros(double timestamp) {
    long arrived = (nanoTime.getAsLong() - start) / 1_000;
    if (believed) {
      last = told.micros(timestamp);
      if (Double.isNaN(timestamp) || isIncredible(arrived)) {
        believed = false;
        shift = last - arrived;
      }
    } else {
      last = Math.max(last, arrived + shift);
    }
    return last;
  }

  private boolean isIncredible(long arrived) {
    frames++;
    long ofArrival = arrived - windowArrived;
    if (frames < FRAMES_OF_A_WINDOW || ofArrival < WINDOW_MICROS) {
      return false;
    }
    long ofTelling = last - windowTold;
    boolean tooSlow = ofTelling * CREDIBLE < ofArrival;
    boolean tooFast = isPaced && ofTelling > ofArrival * CREDIBLE;
    boolean wasSettled = isSettled;
    isSettled = true; // a source may begin with what it kept from before
    frames = 0;
    windowTold = last;
    windowArrived = arrived;
    return wasSettled && (tooSlow || tooFast);
  }
}
