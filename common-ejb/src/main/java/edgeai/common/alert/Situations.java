package edgeai.common.alert;

import edgeai.common.wire.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * What goes on: a frame that shows again what was seen a moment ago prolongs its alert instead of
 * raising another. A moment is {@code ALERT_QUIET}, of a video's own time where there is a video,
 * and no second alert of a kind comes within {@code ALERT_COOLDOWN}. Slow inference goes on until
 * the worker has been well for a while. Not thread-safe.
 */
public final class Situations {
  /** A worker is well again after so many frames that were quick enough ... */
  static final int WELL_FRAMES = 20;

  /** ... and so long after the last that was not. */
  static final Duration WELL_AFTER = Duration.ofMinutes(5);

  private final AlertLimits limits;
  private final Map<AlertKind, Situation> goingOn = new HashMap<>();

  public Situations(AlertLimits limits) {
    this.limits = limits;
  }

  private static final class Situation {
    private final long number;
    private final Instant raisedAt;
    private Instant lastAt;
    private long lastMs;
    private int quickFrames;

    Situation(long number, Instant now, long atMs) {
      this.number = number;
      this.raisedAt = now;
      this.lastAt = now;
      this.lastMs = atMs;
    }
  }

  /** A frame of this worker took no longer than it may. */
  public void quick(String workerId) {
    Situation slowness = goingOn.get(AlertKind.slowness(workerId));
    if (slowness != null) {
      slowness.quickFrames++;
    }
  }

  /**
   * The number of the alert that this one prolongs; empty where it is news.
   *
   * @param atMs when the frame was taken: media time, or the time of day without a video
   */
  public OptionalLong prolonged(Alert alert, long atMs, Instant now) {
    Situation situation = goingOn.get(AlertKind.of(alert));
    if (situation == null || isOver(situation, alert, atMs, now)) {
      return OptionalLong.empty();
    }
    situation.lastAt = now;
    situation.lastMs = Math.max(situation.lastMs, atMs);
    situation.quickFrames = 0;
    return OptionalLong.of(situation.number);
  }

  private boolean isOver(Situation situation, Alert alert, long atMs, Instant now) {
    if (now.isBefore(situation.raisedAt.plus(limits.cooldown()))) {
      return false;
    }
    return AlertKind.isOfSlowInference(alert)
        ? situation.quickFrames >= WELL_FRAMES && !now.isBefore(situation.lastAt.plus(WELL_AFTER))
        : atMs - situation.lastMs >= limits.quiet().toMillis();
  }

  /** From now on frames like this one prolong the alert of this number. */
  public void begun(Alert alert, long number, long atMs, Instant now) {
    goingOn.put(AlertKind.of(alert), new Situation(number, now, atMs));
  }

  /** Forgets what belongs to alerts that are not kept. */
  public void forgetBut(LongPredicate kept) {
    goingOn.values().removeIf(situation -> !kept.test(situation.number));
  }
}
