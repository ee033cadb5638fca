package edgeai.coordinator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLog.class)
class EarnedPlacesTest {
  @Test
  void nobodyIsGivenMoreThanTwoBeforeItAnswered() {
    EarnedPlaces places = EarnedPlaces.from(256);
    assertThat(places.now()).isEqualTo(2);
    assertThat(places.areProven()).isFalse();
    places.answered();

    assertThat(places.now()).isEqualTo(3);
    assertThat(places.areProven()).isTrue();
  }

  @Test
  void nobodyIsGivenMoreThanItTakes() {
    EarnedPlaces places = EarnedPlaces.from(4);
    for (int i = 0; i < 10; i++) {
      places.answered();
    }

    assertThat(places.now()).isEqualTo(4);
    assertThat(EarnedPlaces.from(1).now()).isEqualTo(1);
  }

  @Test
  void whoFailsHasHalfAsManyAndTwoAtLeast() {
    EarnedPlaces places = EarnedPlaces.from(8);
    for (int i = 0; i < 6; i++) {
      places.answered();
    }
    places.failed();
    assertThat(places.now()).isEqualTo(4);
    places.failed();
    places.failed();
    places.failed();

    assertThat(places.now()).isEqualTo(2);
  }

  @Test
  void theCoordinatorsOwnWorkerNeedNotEarnThem() {
    EarnedPlaces places = EarnedPlaces.all(9);
    places.failed();

    assertThat(places.now()).isEqualTo(9);
  }

  /** As one did that took 223 of 225 frames and did none. */
  @Test
  void aStrangerThatSaysItTakesManyHoldsTwo() {
    TestPool pool = new TestPool();
    WorkerNode stranger = pool.join(TestPool.worker("stranger", 256));
    int held = 0;
    while (stranger.tryLease()) {
      held++;
    }

    assertThat(held).isEqualTo(2);
    assertThat(pool.shown("stranger").places()).isEqualTo(2);
    assertThat(pool.shown("stranger").maxInFlight()).isEqualTo(256);
  }
}
