package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(QuietLog.class)
class DispatchLoopTest {
  private final TestThreads threads = new TestThreads();
  private final Failures failures = new Failures();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicInteger rests = new AtomicInteger();

  @AfterEach
  void end() {
    threads.close();
  }

  private static void never() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  @Test
  void aStepThatFailsIsNotedAndTriedAgainAfterARest() {
    DispatchLoop loop =
        new DispatchLoop(
            "test",
            failures,
            () -> {
              switch (steps.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a bug");
                case 2 -> throw new NoClassDefFoundError("a library");
                default -> never();
              }
            },
            rests::incrementAndGet);
    loop.start(threads.managed());

    await().until(() -> steps.get() == 3);
    assertThat(failures.count("test")).isEqualTo(2);
    assertThat(rests).hasValue(2);
    assertThat(loop.isStopped()).isFalse();
    loop.stop();
  }

  @Test
  void whoStopsItInterruptsTheStepThatIsUnderWay() {
    AtomicBoolean interrupted = new AtomicBoolean();
    DispatchLoop loop =
        new DispatchLoop(
            "test",
            failures,
            () -> {
              steps.incrementAndGet();
              try {
                never();
              } finally {
                interrupted.set(true);
              }
            },
            rests::incrementAndGet);
    loop.start(threads.managed());
    await().until(() -> steps.get() == 1);
    loop.stop();

    await().untilTrue(interrupted);
    assertThat(loop.isStopped()).isTrue();
    assertThat(steps).hasValue(1);
    assertThat(rests).hasValue(0);
  }

  @Test
  void aRestEndsWithTheLoop() {
    AtomicBoolean ended = new AtomicBoolean();
    DispatchLoop loop =
        new DispatchLoop(
            "test",
            failures,
            () -> {
              steps.incrementAndGet();
              throw new IllegalStateException("a bug");
            },
            () -> {
              rests.incrementAndGet();
              try {
                never();
              } finally {
                ended.set(true);
              }
            });
    loop.start(threads.managed());
    await().until(() -> rests.get() == 1);
    loop.stop();

    await().untilTrue(ended);
    assertThat(steps).hasValue(1);
  }
}
