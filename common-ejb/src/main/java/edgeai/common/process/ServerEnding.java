package edgeai.common.process;

import java.time.Duration;

/**
 * The server was told to end. Fired once, while everything is still up: who observes it takes
 * nothing new and finishes what it holds, within the time that is left for all observers together.
 */
public final class ServerEnding {
  /** What the work under way may take. */
  public static final Duration LIMIT = Duration.ofSeconds(10);

  private final long since = System.nanoTime();
  private final Duration limit;

  public ServerEnding() {
    this(LIMIT);
  }

  ServerEnding(Duration limit) {
    this.limit = limit;
  }

  /** How long an observer may still wait, zero where the time is over. */
  public Duration left() {
    Duration left = limit.minusNanos(System.nanoTime() - since);
    return left.isNegative() ? Duration.ZERO : left;
  }
}
