package edgeai.cli.follow;

import edgeai.cli.machine.ProcessorDemand;
import java.time.Duration;

/**
 * How long a server may take to start: while it asks for a processor or writes to its log it makes
 * progress, and what takes long because the machine is busy is waited for.
 */
final class StartPatience {
  /** What it may let pass without progress. */
  static final Duration IDLE_LIMIT = Duration.ofSeconds(240);

  /** Whatever it does meanwhile. */
  static final Duration LAST_RESORT = Duration.ofHours(1);

  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(60);

  private Duration total = Duration.ZERO;
  private Duration idle = Duration.ZERO;
  private Duration told = Duration.ZERO;
  private ProcessorDemand before;
  private Duration got = Duration.ZERO;

  /**
   * @param passed since the last look
   * @param wrote whether its log has grown meanwhile
   */
  void look(Duration passed, ProcessorDemand demand, boolean wrote) {
    total = total.plus(passed);
    got = demand.got();
    Duration asked = before == null ? Duration.ZERO : demand.both().minus(before.both());
    before = demand;
    if (wrote) {
      idle = Duration.ZERO;
    } else if (passed.compareTo(asked) > 0) {
      idle = idle.plus(passed.minus(asked.isNegative() ? Duration.ZERO : asked));
    }
  }

  boolean isOver() {
    return idle.compareTo(IDLE_LIMIT) > 0 || total.compareTo(LAST_RESORT) > 0;
  }

  /** Whether it is time to say that it is still waited for; at most once a minute. */
  boolean isTimeForAWord() {
    if (total.minus(told).compareTo(BETWEEN_WORDS) < 0) {
      return false;
    }
    told = total;
    return true;
  }

  /** How long it took and what it had for it. */
  String words() {
    return "not ready after %d s, of which it had %.1f s of processor time"
        .formatted(total.toSeconds(), got.toMillis() / 1000.0);
  }
}
