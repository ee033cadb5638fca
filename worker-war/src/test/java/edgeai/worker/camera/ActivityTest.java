package edgeai.worker.camera;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.TestThreads;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActivityTest {
  private static final long LONG_MS = 30_000;

  private final TestThreads threads = new TestThreads();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);

  @AfterEach
  void end() {
    threads.close();
  }

  private void waitUntilInterrupted() {
    begun.countDown();
    try {
      never.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void anInterruptEndsItAndItsEndIsKnown() throws InterruptedException {
    Activity activity = Activity.start(threads.managed(), this::waitUntilInterrupted);
    begun.await();

    assertThat(activity.hasEnded(1)).isFalse();
    activity.interrupt();
    assertThat(activity.hasEnded(LONG_MS)).isTrue();
  }

  @Test
  void workThatFailsHasEndedToo() {
    Activity activity =
        Activity.start(
            threads.managed(),
            () -> {
              throw new IllegalStateException("no");
            });

    assertThat(activity.hasEnded(LONG_MS)).isTrue();
  }
}
