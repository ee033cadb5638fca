package edgeai.systemtests.chaos;

import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.StartsServers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The faults that tell most, once each; {@link ChaosTableIT} has all of them. */
@Timeout(300)
@StartsServers(Lane.CHAOS)
class ChaosIT {
  private static final int FRAMES = 400;
  private static ChaosPool pool;

  @BeforeAll
  static void start() {
    pool = ChaosPool.startHasty();
  }

  @AfterAll
  static void stop() {
    if (pool != null) {
      pool.close();
    }
  }

  /** The last leaves a worker to be started again, for which nobody waits. */
  static List<Arguments> faults() {
    Fault lies = Faults.lie("lies", "workers that lie", List.of(Liar.values()), PieceLiar.values());
    return List.of(
        Arguments.of(lies, Way.MIXED),
        Arguments.of(Faults.of("coordinator-kill"), Way.PIECES),
        Arguments.of(Faults.of("kill"), Way.PIECES));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void losesNothing(Fault fault, Way way) {
    Outcome outcome = new Trial(pool, FRAMES, Duration.ZERO).run(fault, way, new Random());
    System.out.printf("%s, %s: %s%n", fault.title(), way.title(), outcome.told());
  }
}
