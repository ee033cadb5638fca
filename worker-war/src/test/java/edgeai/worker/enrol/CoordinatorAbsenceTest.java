package edgeai.worker.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.MutableClock;
import java.net.URI;
import java.util.logging.Level;
import org.junit.jupiter.api.Test;

class CoordinatorAbsenceTest {
  private final MutableClock clock = new MutableClock();
  private final CoordinatorAbsence absence =
      new CoordinatorAbsence(URI.create("http://127.0.0.1:8000"), clock);

  @Test
  void itIsToldOnceAndWarnedOfOnceWhereItLasts() {
    assertThat(absence.note()).contains(Level.INFO);
    clock.advanceSeconds(29);
    assertThat(absence.note()).isEmpty();
    clock.advanceSeconds(2);
    assertThat(absence.note()).contains(Level.WARNING);
    assertThat(absence.note()).isEmpty();
  }

  @Test
  void oneThatAnsweredMeanwhileBeginsAnew() {
    absence.note();
    clock.advanceSeconds(31);
    absence.end();
    assertThat(absence.note()).contains(Level.INFO);
  }

  @Test
  void oneThatStartsTogetherWithTheWorkerIsTriedEverySecondAndOneThatIsAwayMoreSeldom() {
    absence.note();
    for (int tries = 0; tries < 10; tries++) {
      assertThat(absence.pauseMs()).isBetween(250L, 1_000L);
    }
    clock.advanceSeconds(31);
    long longest = 0;
    for (int tries = 0; tries < 10; tries++) {
      longest = Math.max(longest, absence.pauseMs());
    }
    assertThat(longest).isBetween(5_000L, 10_000L);
  }
}
