package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.machine.ProcessorDemand;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final StartPatience patience = new StartPatience();
  private Duration asked = Duration.ZERO;

  @Test
  void aServerThatAsksForAProcessorIsWaitedFor() {
    for (int i = 0; i < 50; i++) {
      look(MINUTE, MINUTE, false);
    }
    assertThat(patience.isOver()).isFalse();
  }

  @Test
  void aServerThatWritesIsWaitedFor() {
    for (int i = 0; i < 50; i++) {
      look(MINUTE, Duration.ZERO, i % 3 == 0);
    }
    assertThat(patience.isOver()).isFalse();
  }

  @Test
  void aServerThatDoesNothingIsNot() {
    for (int i = 0; i < 6; i++) {
      look(MINUTE, Duration.ofSeconds(1), false);
    }
    assertThat(patience.isOver()).isTrue();
    assertThat(patience.words())
        .isEqualTo("not ready after 360 s, of which it had 6.0 s of processor time");
  }

  @Test
  void thereIsALastResort() {
    for (int i = 0; i < 61; i++) {
      look(MINUTE, MINUTE, true);
    }
    assertThat(patience.isOver()).isTrue();
  }

  @Test
  void thatItIsWaitedForIsSaidOnceAMinute() {
    look(Duration.ofSeconds(59), MINUTE, true);
    assertThat(patience.isTimeForAWord()).isFalse();
    look(Duration.ofSeconds(1), MINUTE, true);
    assertThat(patience.isTimeForAWord()).isTrue();
    assertThat(patience.isTimeForAWord()).isFalse();
  }

  private void look(Duration passed, Duration more, boolean wrote) {
    asked = asked.plus(more);
    patience.look(passed, new ProcessorDemand(asked, Duration.ZERO), wrote);
  }
}
