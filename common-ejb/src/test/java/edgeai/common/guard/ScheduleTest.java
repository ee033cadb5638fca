package edgeai.common.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import edgeai.common.fixture.QuietLog;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
@ExtendWith(QuietLog.class)
class ScheduleTest {
  private static final Duration SOON = Duration.ofMillis(1);

  private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1);
  private final Failures failures = new Failures();
  private final Schedule schedule = new Schedule(threads, failures);
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  static Stream<Supplier<Throwable>> whatIsThrown() {
    return Stream.of(
        () -> new IllegalStateException("the database is away"),
        () -> new NoClassDefFoundError("no/such/Class"),
        () -> new StackOverflowError(),
        () -> new OutOfMemoryError("of a native library"),
        () -> new AssertionError("never"));
  }

  @ParameterizedTest
  @MethodSource("whatIsThrown")
  void whatIsThrownEndsNoTask(Supplier<Throwable> failure) {
    schedule.every("watch", SOON, () -> fail(failure.get()));
    await().untilAtomic(runs, greaterThan(5));
    assertThat(failures.count("watch")).isGreaterThanOrEqualTo(5);
  }

  private void fail(Throwable failure) {
    runs.incrementAndGet();
    ScheduleTest.<RuntimeException>raise(failure);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }

  @Test
  void aTaskThatWorksIsNoFailure() {
    schedule.every("watch", SOON, runs::incrementAndGet);
    await().untilAtomic(runs, greaterThan(5));
    assertThat(failures.count("watch")).isZero();
  }

  @Test
  void whatIsDoneLaterIsDoneOnceAndItsFailureNoted() {
    schedule.after("later", SOON, () -> fail(new IllegalStateException("no")));
    await().until(() -> failures.count("later") == 1);
    assertThat(runs).hasValue(1);
  }

  @Test
  void whatIsDoneLaterCanBeTakenBack() throws Exception {
    Future<?> later = schedule.after("later", Duration.ofHours(1), runs::incrementAndGet);
    later.cancel(false);
    assertThat(later.isCancelled()).isTrue();
  }

  @Test
  void atTheEndATaskIsInterruptedAndItsFailureIsNoNews() {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    schedule.every(
        "watch",
        SOON,
        () -> {
          begun.countDown();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.set(true);
            throw new IllegalStateException("interrupted", e);
          }
        });
    await().until(() -> begun.getCount() == 0);

    schedule.close();

    await().untilTrue(interrupted);
    await().until(() -> threads.getActiveCount() == 0);
    assertThat(failures.count("watch")).isZero();
  }

  @Test
  void afterTheEndNothingBegins() throws Exception {
    schedule.close();
    schedule.every("watch", SOON, runs::incrementAndGet);
    schedule.after("later", SOON, runs::incrementAndGet).get();
    assertThat(runs).hasValue(0);
  }
}
