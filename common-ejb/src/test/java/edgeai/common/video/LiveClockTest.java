package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LiveClockTest {
  private final AtomicLong nanos = new AtomicLong(1_000_000_000_000L);

  private LiveClock clock(boolean believed, boolean isPaced) {
    return new LiveClock(new MediaClock(Double.NaN, 0, 25), believed, isPaced, nanos::get);
  }

  /**
   * The last time, in ms, of so many frames that arrive every so many ms and tell these seconds.
   */
  private long last(LiveClock clock, int frames, int everyMs, IntToDoubleFunction told) {
    long last = -1;
    for (int i = 0; i < frames; i++) {
      long time = clock.micros(told.applyAsDouble(i)) / 1000;
      assertThat(time).isGreaterThanOrEqualTo(last);
      last = time;
      nanos.addAndGet(everyMs * 1_000_000L);
    }
    return last;
  }

  @Test
  void whatADemuxerInventsIsNotBelieved() {
    assertThat(last(clock(false, false), 151, 200, i -> i / 25.0)).isEqualTo(30_000);
  }

  @Test
  void whatTheSourceTellsIsBelieved() {
    assertThat(last(clock(true, true), 151, 190, i -> 7 + i / 5.0)).isEqualTo(30_000);
    assertThat(last(clock(true, false), 151, 1, i -> i / 5.0)).isEqualTo(30_000);
  }

  @Test
  void framesWithoutTimesHaveThatOfTheirArrival() {
    assertThat(last(clock(true, true), 151, 200, i -> Double.NaN)).isEqualTo(30_000);
  }

  @Test
  void timesThatStandStillOrRunAwayAreNotBelievedForLong() {
    assertThat(last(clock(true, true), 151, 200, i -> 5)).isBetween(24_000L, 30_000L);
    long ranAway = last(clock(true, true), 151, 200, i -> i * 10.0);
    assertThat(ranAway).isLessThan(230_000).as("of the 1,500,000 it tells");
    assertThat(last(clock(true, false), 151, 200, i -> i / 1000.0)).isBetween(24_000L, 30_000L);
  }

  @Test
  void whatAPacedSourceKeptFromBeforeDoesNotMakeItIncredible() {
    LiveClock clock = clock(true, true);
    last(clock, 50, 1, i -> i / 10.0);
    assertThat(last(clock, 101, 100, i -> 5 + i / 10.0)).isEqualTo(15_000);
  }
}
