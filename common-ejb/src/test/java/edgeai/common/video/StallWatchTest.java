package edgeai.common.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.guard.Failures;
import edgeai.common.guard.Schedule;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StallWatchTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(30);

  private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
  private final Schedule schedule = new Schedule(timer, new Failures());
  private final AtomicInteger stalls = new AtomicInteger();
  private final StallWatch watch =
      new StallWatch(schedule, () -> Duration.ofNanos(System.nanoTime()), stalls::incrementAndGet);

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
    StallWatch idle = new StallWatch(schedule, () -> Duration.ZERO, stalls::incrementAndGet);
    idle.begin(SHORT);
    await().until(idle::stalled);
    assertThat(idle.patience().passed())
        .isGreaterThanOrEqualTo(SHORT.multipliedBy(Patience.WITHOUT_PROCESSOR));
    assertThat(idle.patience().wentIntoWork()).isFalse();
  }

  @Test
  void aLookThatFailsIsNotTheLastOne() {
    AtomicInteger looks = new AtomicInteger();
    StallWatch watched =
        new StallWatch(
            schedule,
            () -> {
              if (looks.incrementAndGet() <= 3) {
                throw new IllegalStateException("the process is not to be seen");
              }
              return Duration.ofNanos(System.nanoTime());
            },
            stalls::incrementAndGet);
    watched.begin(SHORT);
    await().until(watched::stalled);
    assertThat(stalls).hasValue(1);
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
