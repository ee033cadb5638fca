package edgeai.common.video;

import java.time.Duration;

/**
 * How long a process may take, counted in what it can help: a second of processor time counts in
 * full, one in which it got none a tenth, since then the machine is busy, or the process hangs.
 */
final class Patience {
  /** How many times its limit a process has that gets no processor time at all. */
  static final int WITHOUT_PROCESSOR = 10;

  private final Duration limit;
  private Duration worked = Duration.ZERO;
  private Duration waited = Duration.ZERO;

  Patience(Duration limit) {
    this.limit = limit;
  }

  /**
   * So much time has passed, of which the process got so much of the processors; what several
   * threads got at the same time counts once.
   */
  void spend(Duration passed, Duration processor) {
    Duration work = processor.isNegative() ? Duration.ZERO : processor;
    work = work.compareTo(passed) > 0 ? passed : work;
    worked = worked.plus(work);
    waited = waited.plus(passed.minus(work));
  }

  boolean isOver() {
    return worked.plus(waited.dividedBy(WITHOUT_PROCESSOR)).compareTo(limit) >= 0;
  }

  /** Whether most of it was used up by work: what it worked at is to blame then. */
  boolean wentIntoWork() {
    return worked.compareTo(waited.dividedBy(WITHOUT_PROCESSOR)) >= 0;
  }

  /** All that passed. */
  Duration passed() {
    return worked.plus(waited);
  }

  Duration limit() {
    return limit;
  }
}
