package edgeai.benchmark.viewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TicksTest {
  private final Ticks ticks = new Ticks();

  @Test
  void theRateIsThatOfThePausesBetween() {
    for (long second : new long[] {1, 3, 5, 6}) {
      ticks.add(second * 1_000_000_000);
    }
    assertThat(ticks.count()).isEqualTo(4);
    assertThat(ticks.perSecond(0, 4)).isEqualTo(0.6);
    assertThat(ticks.perSecond(0, 3)).isEqualTo(0.5);
  }

  @Test
  void oneTickHasNoRate() {
    ticks.add(1);
    assertThatThrownBy(() -> ticks.perSecond(0, 1)).isInstanceOf(IllegalStateException.class);
  }
}
