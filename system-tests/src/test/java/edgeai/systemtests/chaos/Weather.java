package edgeai.systemtests.chaos;

import java.time.Duration;

/**
 * What a {@link FaultyProxy} does to the bytes that pass it.
 *
 * @param open whether it takes connections at all
 * @param silent whether bytes vanish while connections stay open
 * @param delay before each piece of an answer goes on
 * @param bytesPerSecond in each direction of a connection, 0 for no limit
 * @param cutAfter an answer's connection is reset behind so many of its bytes, 0 for never
 */
record Weather(boolean open, boolean silent, Duration delay, int bytesPerSecond, int cutAfter) {
  static final Weather CLEAR = new Weather(true, false, Duration.ZERO, 0, 0);

  /** Nobody listens, and what was open is reset. */
  static final Weather REFUSING = new Weather(false, false, Duration.ZERO, 0, 0);

  /** Connections open and stay open, and nothing is ever heard again. */
  static final Weather BLACK_HOLE = new Weather(true, true, Duration.ZERO, 0, 0);

  static Weather delayed(Duration delay) {
    return new Weather(true, false, delay, 0, 0);
  }

  static Weather slow(int bytesPerSecond, Duration delay) {
    return new Weather(true, false, delay, bytesPerSecond, 0);
  }

  /** Answers break off in the middle. */
  static Weather cutting(int bytes) {
    return new Weather(true, false, Duration.ZERO, 0, bytes);
  }
}
