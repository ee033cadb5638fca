package edgeai.coordinator.frame;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class StrikesTest {
  private static final Owner OTHER = new Owner("address 10.0.0.8");

  private final TestPool pool = new TestPool();
  private final WorkerNode a = pool.join("a");
  private final WorkerNode b = pool.join("b");
  private final WorkerNode other = pool.join("c", OTHER);
  private final Strikes strikes = new Strikes();

  @Test
  void threeWorkersThatDieAreMany() {
    strikes.diedOn(a);
    strikes.diedOn(b);
    assertThat(strikes.areMany()).isFalse();
    strikes.diedOn(other);

    assertThat(strikes.areMany()).isTrue();
    assertThat(strikes.owners()).containsExactlyInAnyOrder(TestPool.SOMEBODY, OTHER);
  }

  @Test
  void oneRegistrationThatDiesThriceCountsOnce() {
    strikes.diedOn(a);
    strikes.diedOn(a);
    strikes.diedOn(a);
    strikes.diedOn(b);

    assertThat(strikes.areMany()).isFalse();
  }

  @Test
  void anotherRegistrationOfTheSameWorkerCounts() {
    strikes.diedOn(a);
    strikes.diedOn(pool.join("a"));
    strikes.diedOn(pool.join("a"));

    assertThat(strikes.count()).isEqualTo(3);
  }

  @Test
  void deathsAndDeclinesAddUp() {
    strikes.diedOn(a);
    strikes.declined(b);
    strikes.declined(b);

    assertThat(strikes.count()).isEqualTo(3);
  }

  @Test
  void whoSaidThatItCannotBeDonePaysWhereAnotherDoesIt() {
    strikes.declined(a);
    strikes.diedOn(b);
    strikes.disprovedBy(other);

    assertThat(pool.list().get(0).lastError())
        .isEqualTo("said of a frame that it cannot be done, which could");
    assertThat(pool.list().get(1).lastError()).isNull();
  }

  /** Those in the same hands prove nothing against each other. */
  @Test
  void nobodyPaysForWhatOneOfTheSameOwnerDoes() {
    strikes.declined(a);
    strikes.disprovedBy(b);

    assertThat(pool.list().get(0).lastError()).isNull();
  }
}
