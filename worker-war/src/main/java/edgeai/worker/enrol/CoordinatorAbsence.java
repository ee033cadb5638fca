package edgeai.worker.enrol;

import edgeai.common.network.GrowingPause;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A coordinator that is away: told of, and tried again with growing pauses. A pool starts together,
 * so only one that stays away is worth a warning.
 */
final class CoordinatorAbsence {
  private static final Logger LOG = Logger.getLogger(CoordinatorAbsence.class.getName());
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** One that starts together with this worker answers in a moment. */
  private static final Duration LONGEST_EARLY_PAUSE = Duration.ofSeconds(1);

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI coordinator;
  private final Clock clock;
  private final GrowingPause early =
      new GrowingPause(FIRST_PAUSE, LONGEST_EARLY_PAUSE, new SplittableRandom());
  private final GrowingPause late =
      new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
  private Instant since;
  private boolean warned;

  CoordinatorAbsence(URI coordinator, Clock clock) {
    this.coordinator = coordinator;
    this.clock = clock;
  }

  /** It answers. */
  void end() {
    early.reset();
    late.reset();
    since = null;
    warned = false;
  }

  /**
   * Waits before the next try.
   *
   * @param reason why the one before failed
   */
  void sitOut(String reason) throws InterruptedException {
    note()
        .ifPresent(
            level ->
                LOG.log(
                    level,
                    "coordinator {0}: {1}; trying again",
                    new Object[] {coordinator, reason}));
    TimeUnit.MILLISECONDS.sleep(pauseMs());
  }

  /** Until the next try, in ms. */
  long pauseMs() {
    return isLasting() ? late.next() : early.next();
  }

  private boolean isLasting() {
    return since != null && clock.instant().isAfter(since.plus(PATIENCE));
  }

  /** How loudly it is told this time, empty where it was told already. */
  Optional<Level> note() {
    boolean first = since == null;
    since = first ? clock.instant() : since;
    boolean lasting = isLasting();
    if (!first && (!lasting || warned)) {
      return Optional.empty();
    }
    warned = lasting;
    return Optional.of(lasting ? Level.WARNING : Level.INFO);
  }
}
