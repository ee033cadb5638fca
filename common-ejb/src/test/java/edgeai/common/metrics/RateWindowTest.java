package edgeai.common.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import org.junit.jupiter.api.Test;

class RateWindowTest {
  private final MutableClock clock = new MutableClock();
  private final RateWindow rate = new RateWindow(clock);

  private void count(int events, double everySeconds) {
    for (int i = 0; i < events; i++) {
      rate.count();
      clock.advanceSeconds(everySeconds);
    }
  }

  @Test
  void nothingCountedIsZero() {
    assertThat(rate.perSecond()).isZero();
    clock.advanceSeconds(100);
    assertThat(rate.perSecond()).isZero();
  }

  @Test
  void aSteadyStreamIsItsRate() {
    count(300, 0.1);

    assertThat(rate.perSecond()).isEqualTo(10.0);
  }

  @Test
  void aYoungWindowCountsTheTimeItHasSeen() {
    count(20, 0.1);

    assertThat(rate.perSecond()).isEqualTo(10.0);
  }

  @Test
  void theFirstEventIsNoFirework() {
    count(1, 0.001);

    assertThat(rate.perSecond()).isEqualTo(2.0);
  }

  @Test
  void whatIsOlderThanTenSecondsIsForgotten() {
    count(100, 0.01);
    clock.advanceSeconds(11);

    assertThat(rate.perSecond()).isZero();
  }

  @Test
  void aSlowerStreamFallsToItsRate() {
    count(200, 0.1);
    count(20, 1);

    assertThat(rate.perSecond()).isEqualTo(1.0);
  }

  @Test
  void aLongPauseLeavesNothingOfBefore() {
    count(50, 0.01);
    clock.advanceSeconds(86_400);
    count(10, 0.1);

    assertThat(rate.perSecond()).isLessThanOrEqualTo(1.1);
  }
}
