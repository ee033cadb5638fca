package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MediaClockTest {
  private static final double NONE = Double.NaN;

  private static long[] millis(MediaClock clock, double... timestamps) {
    return Arrays.stream(timestamps).mapToLong(t -> clock.micros(t) / 1000).toArray();
  }

  @Test
  void countsFromTheContainersStart() {
    assertThat(millis(new MediaClock(1.4, 10, 25), 1.5, 1.54, 1.58)).containsExactly(100, 140, 180);
  }

  @Test
  void countsFromTheFirstFrameWhereTheStartIsUnknownOrAbsurd() {
    assertThat(millis(new MediaClock(NONE, 0, 25), 7, 7.04)).containsExactly(0, 40);
    assertThat(millis(new MediaClock(-1e9, 10, 25), 7, 7.04)).containsExactly(0, 40);
    assertThat(millis(new MediaClock(5, 10, 25), -2, -1.96)).containsExactly(0, 40);
  }

  @Test
  void missingTimesGoOnAtTheFrameRate() {
    assertThat(millis(new MediaClock(0, 0, 10), NONE, NONE, NONE)).containsExactly(0, 100, 200);
    assertThat(millis(new MediaClock(0, 0, 0), NONE, NONE)).containsExactly(0, 40);
    assertThat(millis(new MediaClock(0, 10, 10), 0, NONE, 0.25)).containsExactly(0, 100, 250);
    assertThat(millis(new MediaClock(NONE, 0, 10), NONE, 9, 9.1)).containsExactly(0, 100, 200);
  }

  @Test
  void aSmallStepBackStandsStill() {
    assertThat(millis(new MediaClock(0, 10, 25), 0, 0.08, 0.04, 0.12))
        .containsExactly(0, 80, 80, 120);
  }

  @Test
  void aTimelineThatStartsOverIsJoined() {
    assertThat(millis(new MediaClock(0, 10, 25), 0, 5, 0, 0.04))
        .containsExactly(0, 5000, 5040, 5080);
  }

  @Test
  void aTimestampFarBehindTheDeclaredEndIsNotBelieved() {
    assertThat(millis(new MediaClock(0, 10, 25), 0, 5e6, 5e6 + 0.04)).containsExactly(0, 40, 80);
  }

  @Test
  void aLongGapWithinTheVideoIsBelieved() {
    assertThat(millis(new MediaClock(0, 600, 25), 0, 500, 599))
        .containsExactly(0, 500_000, 599_000);
    assertThat(millis(new MediaClock(0, 0, 25), 0, 500)).containsExactly(0, 500_000);
  }

  @Test
  void neverNegativeAndNeverDecreasingWhateverComes() {
    double[] wild = {-5, NONE, 1e300, 3, Double.NEGATIVE_INFINITY, -7, 1e11, 0, -1e11, 2, NONE};
    for (double duration : new double[] {0, 10}) {
      long[] times = millis(new MediaClock(NONE, duration, 25), wild);
      assertThat(times).isSorted();
      assertThat(times[0]).isNotNegative();
    }
  }
}
