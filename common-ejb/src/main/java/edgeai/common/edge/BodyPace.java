package edgeai.common.edge;

/**
 * Whether a body comes fast enough, looked at every so often. What counts is how often it was found
 * slow in a row, not the clock: a server that got no processor for a while looks less often.
 */
final class BodyPace {
  /** Between two looks. */
  static final int LOOK_SECONDS = 5;

  /** 1 kB a second, as the slowest mobile networks have. */
  static final long LEAST_A_LOOK = LOOK_SECONDS * 1_000L;

  private static final int SLOW_LOOKS = 4;

  /** Five minutes: whoever is slow all the time holds no memory for ever. */
  private static final int LOOKS = 60;

  private long seen;
  private int slow;
  private int looks;

  /**
   * Looks once more.
   *
   * @return whether it is too slow
   */
  boolean isTooSlow(long received) {
    slow = received - seen < LEAST_A_LOOK ? slow + 1 : 0;
    seen = received;
    looks++;
    return slow >= SLOW_LOOKS || looks > LOOKS;
  }
}
