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
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final URI coordinator;
  private final Clock clock;
  private final GrowingPause pause =
      new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE, new SplittableRandom());
  private Instant since;
  private boolean warned;

  CoordinatorAbsence(URI coordinator, Clock clock) {
    this.coordinator = coordinator;
    this.clock = clock;
  }

  /** It answers. */
  void end() {
    pause.reset();
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
    TimeUnit.MILLISECONDS.sleep(pause.next());
  }

  /** How loudly it is told this time, empty where it was told already. */
  Optional<Level> note() {
    Instant now = clock.instant();
    boolean first = since == null;
    since = first ? now : since;
    boolean lasting = now.isAfter(since.plus(PATIENCE));
    if (!first && (!lasting || warned)) {
      return Optional.empty();
    }
    warned = lasting;
    return Optional.of(lasting ? Level.WARNING : Level.INFO);
  }
}
