package edgeai.worker.camera;

import edgeai.common.network.GrowingPause;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * When a source is tried again: with growing pauses where it failed, at once where a command asks
 * for it; but where it refused user or password, never before five minutes are over, since cameras
 * lock accounts. Times are those of {@link System#nanoTime}.
 */
final class SourceRetry {
  static final Duration AFTER_REFUSAL = Duration.ofMinutes(5);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

  private final GrowingPause pause =
      new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
  private long pausedUntil;
  private long refusedUntil;

  SourceRetry(long now) {
    pausedUntil = now;
    refusedUntil = now;
  }

  /** A command wants the source now. */
  void commanded(long now) {
    pausedUntil = now;
  }

  void worked() {
    pause.reset();
  }

  void failed(long now) {
    pausedUntil = now + pause.next() * 1_000_000;
  }

  void refused(long now) {
    refusedUntil = now + AFTER_REFUSAL.toNanos();
  }

  /** Nanoseconds until it may be tried, 0 where it may be at once. */
  long nanosLeft(long now) {
    return Math.max(0, Math.max(pausedUntil - now, refusedUntil - now));
  }
}
