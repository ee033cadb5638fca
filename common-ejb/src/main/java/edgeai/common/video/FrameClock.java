package edgeai.common.video;

/** When the frames of a source are shown. */
interface FrameClock {
  /**
   * The time of the next frame in microseconds, never negative, never decreasing.
   *
   * @param timestamp what the source says of it, in seconds, or NaN
   */
  long micros(double timestamp);
}
