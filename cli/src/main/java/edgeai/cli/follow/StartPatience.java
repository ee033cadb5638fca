package edgeai.cli.follow;

import edgeai.cli.machine.ProcessorDemand;
import java.time.Duration;

/**
 * How long a server may take to start: as long as it makes progress, whatever the clock says. It
 * does while it asks for a processor, on a busy machine mostly in vain, or writes to its log; and
 * it may have to wait for a server that was started with it and does.
 */
public final class StartPatience {
  /** What it may let pass without progress where nothing else is said. */
  static final Duration IDLE_LIMIT = Duration.ofSeconds(240);

  /** Processor time of a hundred starts: who had that goes round in circles. */
  static final Duration SPENT_LIMIT = Duration.ofMinutes(30);

  /** Where more passed between two looks, nobody could look: nothing is known of the rest. */
  static final Duration LONGEST_LOOK = Duration.ofSeconds(60);

  /** What a second of processor time that it asks for makes up for: a disk is waited for, too. */
  private static final int SECONDS_FOR_ONE = 10;

  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(60);

  private final SharedProgress others;
  private final Duration idleLimit;
  private long othersBefore;
  private Duration total = Duration.ZERO;
  private Duration idle = Duration.ZERO;
  private Duration told = Duration.ZERO;
  private ProcessorDemand before;

  /**
   * @param others the servers that start with it, itself included
   */
  public StartPatience(SharedProgress others) {
    this(others, IDLE_LIMIT);
  }

  /**
   * @param idleLimit what it may let pass without progress
   */
  StartPatience(SharedProgress others, Duration idleLimit) {
    this.others = others;
    this.idleLimit = idleLimit;
    this.othersBefore = others.steps();
  }

  /**
   * @param passed since the last look
   * @param wrote whether its log has grown meanwhile
   */
  public void look(Duration passed, ProcessorDemand demand, boolean wrote) {
    total = total.plus(passed);
    Duration counted = passed.compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : passed;
    Duration asked = before == null ? counted : demand.since(before);
    before = demand;
    Duration left = idle.plus(counted).minus(asked.multipliedBy(SECONDS_FOR_ONE));
    if (wrote || !left.isPositive()) {
      idle = Duration.ZERO;
      others.step();
    } else if (others.steps() == othersBefore || left.compareTo(idle) < 0) {
      idle = left;
    }
    othersBefore = others.steps();
  }

  /** Whether it will not become ready any more, as far as anybody can tell. */
  public boolean isOver() {
    return idle.compareTo(idleLimit) > 0
        || before != null && before.got().compareTo(SPENT_LIMIT) > 0;
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
  public String words() {
    ProcessorDemand had =
        before == null ? new ProcessorDemand(Duration.ZERO, Duration.ZERO) : before;
    String waited =
        had.waited().isZero() ? "" : " and waited %s for more".formatted(seconds(had.waited()));
    String still = idle.isZero() ? "" : "; idle for %d s".formatted(idle.toSeconds());
    return "not ready after %d s, of which it had %s of processor time%s%s"
        .formatted(total.toSeconds(), seconds(had.got()), waited, still);
  }

  private static String seconds(Duration time) {
    return "%.1f s".formatted(time.toMillis() / 1000.0);
  }
}
