package edgeai.coordinator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ElasticPoolTest {
  private final ElasticPool pool = new ElasticPool(Executors.defaultThreadFactory(), 2);
  private final ExecutorService submitter = Executors.newSingleThreadExecutor();
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void close() {
    free.countDown();
    pool.shutdownNow();
    submitter.shutdownNow();
  }

  @Test
  void aTaskTakesTheThreadThatIsIdle() throws Exception {
    for (int i = 0; i < 50; i++) {
      pool.submit(() -> {}).get();
      await().until(() -> pool.getActiveCount() == 0);
    }

    assertThat(pool.getLargestPoolSize()).isEqualTo(1);
  }

  @Test
  void whoSubmitsMoreThanThereAreThreadsForWaits() throws Exception {
    pool.submit(this::occupy);
    pool.submit(this::occupy);
    Future<Future<?>> third = submitter.submit(() -> pool.submit(() -> {}));

    await().during(Duration.ofMillis(200)).until(() -> !third.isDone() && pool.getPoolSize() == 2);
    free.countDown();
    third.get().get();
  }

  @Test
  void whoMustNotBeHeldUpHasTasksWait() throws Exception {
    ElasticPool queueing = ElasticPool.queueing(Executors.defaultThreadFactory(), 2);
    queueing.submit(this::occupy);
    queueing.submit(this::occupy);
    Future<?> third = queueing.submit(() -> {});

    assertThat(third.isDone()).isFalse();
    free.countDown();
    third.get();
    assertThat(queueing.getLargestPoolSize()).isEqualTo(2);
    queueing.shutdownNow();
  }

  @Test
  void afterItsEndItTakesNothing() {
    pool.shutdownNow();

    assertThatThrownBy(() -> pool.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whoWaitsForAThreadCanBeInterrupted() {
    pool.submit(this::occupy);
    pool.submit(this::occupy);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> pool.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  private void occupy() {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
