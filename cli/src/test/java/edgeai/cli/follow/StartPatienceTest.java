package edgeai.cli.follow;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.cli.machine.ProcessorDemand;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StartPatienceTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final SharedProgress progress = new SharedProgress();
  private final StartPatience patience = new StartPatience(progress);
  private Duration asked = Duration.ZERO;

  @Test
  void aServerThatAsksForAProcessorIsWaitedFor() {
    for (int i = 0; i < 25; i++) {
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
  void aServerThatMostlyWaitsForADiskIsWaitedFor() {
    for (int i = 0; i < 4_000; i++) {
      look(Duration.ofMillis(250), i % 8 == 0 ? Duration.ofMillis(240) : Duration.ZERO, false);
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
        .isEqualTo(
            "not ready after 360 s, of which it had 6.0 s of processor time; idle for 250 s");
  }

  @Test
  void itMayWaitForAServerThatWasStartedWithItAndGetsOn() {
    StartPatience other = new StartPatience(progress);
    for (int i = 1; i <= 60; i++) {
      other.look(MINUTE, new ProcessorDemand(Duration.ZERO, Duration.ofMinutes(i)), false);
      look(MINUTE, Duration.ZERO, false);
    }
    assertThat(patience.isOver()).isFalse();
    for (int i = 0; i < 5; i++) {
      look(MINUTE, Duration.ZERO, false);
    }
    assertThat(patience.isOver()).as("nobody gets on any more").isTrue();
  }

  @Test
  void twoThatWaitForEachOtherAreNot() {
    StartPatience other = new StartPatience(progress);
    for (int i = 1; i <= 7; i++) {
      other.look(MINUTE, new ProcessorDemand(Duration.ofSeconds(i), Duration.ZERO), false);
      look(MINUTE, Duration.ofSeconds(1), false);
    }
    assertThat(patience.isOver()).isTrue();
    assertThat(other.isOver()).isTrue();
  }

  @Test
  void whileNobodyLookedNothingIsKnown() {
    look(MINUTE, MINUTE, false);
    look(Duration.ofHours(2), Duration.ZERO, false);
    assertThat(patience.isOver()).isFalse();
  }

  @Test
  void oneThatHadTheProcessorOfAHundredStartsIsNotWaitedFor() {
    for (int i = 0; i < 300; i++) {
      asked = asked.plusSeconds(1);
      patience.look(MINUTE, new ProcessorDemand(asked, Duration.ofMinutes(i)), true);
    }
    assertThat(patience.isOver()).as("five hours, of which it had little").isFalse();
    assertThat(patience.words())
        .isEqualTo(
            "not ready after 18000 s, of which it had 300.0 s of processor time"
                + " and waited 17940.0 s for more");
    for (int i = 0; i < 31; i++) {
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
