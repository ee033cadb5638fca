package edgeai.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten results a second, a gap, and ten a second again. */
class PaceTest {
  private static final Instant START = Instant.parse("2026-11-24T10:00:00Z");

  @Test
  void countsTheGap() {
    List<Instant> results = results(0, 3_000);
    results.addAll(results(7_000, 12_000));
    assertThat(Pace.secondsUntilBack(results, at(3_000)).orElseThrow()).isBetween(3.5, 4.0);
  }

  @Test
  void isBackAtOnceWhereNothingSlowedDown() {
    assertThat(Pace.secondsUntilBack(results(0, 9_000), at(3_000))).hasValue(0);
  }

  @Test
  void saysNothingOfWhatNeverCameBack() {
    List<Instant> results = results(0, 3_000);
    results.addAll(List.of(at(5_000), at(9_000)));
    assertThat(Pace.secondsUntilBack(results, at(3_000))).isEmpty();
  }

  @Test
  void saysNothingWithoutASecondBefore() {
    assertThat(Pace.secondsUntilBack(results(0, 9_000), at(500))).isEmpty();
    assertThat(Pace.secondsUntilBack(List.of(), at(0))).isEmpty();
  }

  private static Instant at(long millis) {
    return START.plusMillis(millis);
  }

  private static List<Instant> results(long from, long to) {
    List<Instant> results = new ArrayList<>();
    for (long millis = from; millis < to; millis += 100) {
      results.add(at(millis));
    }
    return results;
  }
}
