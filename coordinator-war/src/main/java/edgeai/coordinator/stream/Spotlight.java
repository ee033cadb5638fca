package edgeai.coordinator.stream;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Which job is shown to those who named none: one, as long as it runs and gives frames, so that the
 * picture does not jump between jobs. Frames of no job are shown while no job gives any.
 */
final class Spotlight {
  /** Stands for frames that belong to no job. */
  static final String NO_JOB = "";

  /** A job that gives no frame for so long makes room for another. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Predicate<String> runs;
  private final Clock clock;
  private volatile String shown = NO_JOB;
  private Instant lastFrame = Instant.EPOCH;

  /**
   * @param runs whether a job is worked on
   */
  Spotlight(Predicate<String> runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  /** A frame of this job, or of none, came: whether it is to be shown. */
  synchronized boolean takes(String jobId) {
    if (!jobId.equals(shown) && isHeld()) {
      return false;
    }
    shown = jobId;
    lastFrame = clock.instant();
    return true;
  }

  private boolean isHeld() {
    return !shown.equals(NO_JOB)
        && runs.test(shown)
        && clock.instant().isBefore(lastFrame.plus(PATIENCE));
  }

  /** The job that is shown, or {@link #NO_JOB}. */
  String shown() {
    return shown;
  }
}
