package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Patience patience = new Patience(Duration.ofSeconds(20));

  private void spend(int seconds, Duration processorEach) {
    for (int i = 0; i < seconds; i++) {
      patience.spend(SECOND, processorEach);
    }
  }

  @Test
  void workCountsInFull() {
    spend(19, SECOND);
    assertThat(patience.isOver()).isFalse();
    spend(1, SECOND);
    assertThat(patience.isOver()).isTrue();
    assertThat(patience.wentIntoWork()).isTrue();
  }

  @Test
  void whatTwoThreadsGetAtTheSameTimeCountsOnce() {
    spend(19, Duration.ofSeconds(2));
    assertThat(patience.isOver()).isFalse();
    assertThat(patience.passed()).isEqualTo(Duration.ofSeconds(19));
  }

  @Test
  void aBusyMachineHasTimeForWhatTakesSecondsOfWork() {
    spend(150, Duration.ofMillis(25));
    assertThat(patience.isOver()).isFalse();
  }

  @Test
  void whatDoesNothingAtAllHasTenTimesAsLong() {
    spend(199, Duration.ZERO);
    assertThat(patience.isOver()).isFalse();
    spend(1, Duration.ZERO);
    assertThat(patience.isOver()).isTrue();
    assertThat(patience.wentIntoWork()).isFalse();
    assertThat(patience.passed()).isEqualTo(Duration.ofSeconds(200));
  }

  @Test
  void aProcessThatIsGoneHasTakenNothing() {
    patience.spend(SECOND, Duration.ofSeconds(-5));
    assertThat(patience.passed()).isEqualTo(SECOND);
  }
}
