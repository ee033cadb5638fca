package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(30);

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final AtomicInteger stalls = new AtomicInteger();
  private final StallWatch watch =
      new StallWatch(timer, () -> Duration.ofNanos(System.nanoTime()), stalls::incrementAndGet);

  @AfterEach
  void stop() {
    timer.shutdownNow();
  }

  @Test
  void actsOnceWhenAWaitLastsTooLong() {
    watch.begin(SHORT);
    await().until(watch::stalled);
    assertThat(stalls).hasValue(1);
    assertThat(watch.patience().limit()).isEqualTo(SHORT);
    assertThat(watch.patience().wentIntoWork()).isTrue();
    assertThat(timer.getQueue()).isEmpty();
  }

  @Test
  void whatGetsNoProcessorIsWaitedForLonger() {
    StallWatch idle = new StallWatch(timer, () -> Duration.ZERO, stalls::incrementAndGet);
    idle.begin(SHORT);
    await().until(idle::stalled);
    assertThat(idle.patience().passed())
        .isGreaterThanOrEqualTo(SHORT.multipliedBy(Patience.WITHOUT_PROCESSOR));
    assertThat(idle.patience().wentIntoWork()).isFalse();
  }

  @Test
  void eachWaitHasItsOwnPatience() {
    watch.begin(LONG);
    Patience first = watch.patience();
    watch.begin(LONG);
    assertThat(watch.patience()).isNotSameAs(first);
  }

  @Test
  void manyShortWaitsScheduleOneTask() {
    for (int i = 0; i < 1000; i++) {
      watch.begin(LONG);
      watch.end();
    }
    assertThat(timer.getQueue()).hasSize(1);
    assertThat(stalls).hasValue(0);
  }

  @Test
  void aWaitThatEndedIsNoStall() {
    watch.begin(SHORT);
    watch.end();
    await().until(() -> timer.getQueue().isEmpty() && timer.getActiveCount() == 0);
    assertThat(watch.stalled()).isFalse();
  }

  @Test
  void aShorterWaitAfterALongerOneKeepsItsOwnLimit() {
    watch.begin(LONG);
    watch.end();
    watch.begin(SHORT);
    await().until(watch::stalled);
    assertThat(stalls).hasValue(1);
  }

  @Test
  void nothingRunsAfterClosing() {
    timer.setRemoveOnCancelPolicy(true);
    watch.begin(LONG);
    watch.close();
    assertThat(timer.getQueue()).isEmpty();
  }
}
