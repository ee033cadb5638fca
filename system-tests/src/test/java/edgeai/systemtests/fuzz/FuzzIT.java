package edgeai.systemtests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.systemtests.fixture.Lane;
import edgeai.systemtests.fixture.StartsServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The first cases of one seed, the same each time; {@link FuzzTableIT} has as many as one likes.
 */
@Timeout(300)
@StartsServers(Lane.CHAOS)
class FuzzIT {
  private static final int SEED = 21;
  private static final int CASES = 200;

  @Test
  void wrongInputHarmsNothing() throws InterruptedException {
    try (Site site = Site.start()) {
      FuzzRun run = new FuzzRun(site, SEED, System.out::println);
      run.cases(1, CASES);
      run.table().lines().forEach(System.out::println);
      assertThat(run.findings()).isEmpty();
      assertThat(site.harm()).isEmpty();
      assertThat(site.growth(System.out::println)).isEmpty();
    }
  }
}
