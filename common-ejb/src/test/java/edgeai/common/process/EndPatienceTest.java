package edgeai.common.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EndPatienceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final EndPatience patience =
      new EndPatience(EndPatience.COUNTED, Duration.ZERO, Duration.ZERO);

  /** Seconds until it is over, in each of which the process gets and waits so much. */
  private int lasts(Duration gets, Duration waits) {
    int seconds = 0;
    while (!patience.isOver()) {
      seconds++;
      patience.look(SECOND, gets.multipliedBy(seconds), waits.multipliedBy(seconds));
    }
    return seconds;
  }

  @Test
  void oneThatAsksForNothingHangs() {
    assertThat(lasts(Duration.ZERO, Duration.ZERO)).isEqualTo(15);
  }

  @Test
  void oneThatGetsWhatItAsksForHasHadItsTime() {
    assertThat(lasts(SECOND, Duration.ZERO)).isEqualTo(15);
  }

  @Test
  void oneThatGetsAQuarterHasFourTimesAsLong() {
    assertThat(lasts(Duration.ofMillis(200), Duration.ofMillis(600))).isEqualTo(60);
  }

  @Test
  void nobodyIsWaitedForForEver() {
    assertThat(lasts(Duration.ofMillis(1), SECOND)).isEqualTo(120);
  }

  @Test
  void aMachineThatSleptIsNoEndThatHangs() {
    patience.look(Duration.ofHours(8), SECOND, Duration.ZERO);
    assertThat(patience.isOver()).isFalse();
  }

  @Test
  void whatThreadsWaitedThatHaveEndedIsForgotten() {
    patience.look(SECOND, SECOND, SECOND.multipliedBy(50));
    patience.look(SECOND, SECOND.multipliedBy(2), SECOND);
    assertThat(patience.isOver()).isFalse();
  }
}
