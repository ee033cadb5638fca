package edgeai.coordinator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpotlightTest {
  private final MutableClock clock = new MutableClock();
  private final Set<String> running = new HashSet<>(Set.of("a", "b"));
  private final Spotlight spotlight = new Spotlight(running::contains, clock);

  @Test
  void oneJobIsShownAsLongAsItRuns() {
    assertThat(spotlight.shown()).isEqualTo(Spotlight.NO_JOB);
    assertThat(spotlight.takes("a")).isTrue();
    for (int frame = 0; frame < 100; frame++) {
      clock.advanceSeconds(5);
      assertThat(spotlight.takes("b")).isFalse();
      assertThat(spotlight.takes(Spotlight.NO_JOB)).isFalse();
      assertThat(spotlight.takes("a")).isTrue();
    }
    running.remove("a");

    assertThat(spotlight.takes("b")).isTrue();
    assertThat(spotlight.shown()).isEqualTo("b");
  }

  @Test
  void aJobThatGivesNoFramesMakesRoom() {
    spotlight.takes("a");
    clock.advance(Spotlight.PATIENCE.minusMillis(1));
    assertThat(spotlight.takes("b")).isFalse();
    clock.advanceSeconds(0.001);

    assertThat(spotlight.takes("b")).isTrue();
    assertThat(spotlight.takes("a")).isFalse();
  }

  @Test
  void framesOfNoJobAreShownUntilAJobGivesSome() {
    assertThat(spotlight.takes(Spotlight.NO_JOB)).isTrue();
    assertThat(spotlight.takes("a")).isTrue();
    assertThat(spotlight.takes(Spotlight.NO_JOB)).isFalse();
    running.clear();

    assertThat(spotlight.takes(Spotlight.NO_JOB)).isTrue();
    assertThat(spotlight.shown()).isEqualTo(Spotlight.NO_JOB);
  }
}
