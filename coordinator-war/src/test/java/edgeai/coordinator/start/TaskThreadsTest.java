package edgeai.coordinator.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TaskThreadsTest {
  private final List<ClassLoader> seenWhileMade = new CopyOnWriteArrayList<>();
  private final AtomicBoolean failing = new AtomicBoolean();
  private final ThreadFactory managed =
      task -> {
        if (failing.get()) {
          throw new IllegalStateException("the factory is stopped");
        }
        seenWhileMade.add(Thread.currentThread().getContextClassLoader());
        return Thread.ofVirtual().unstarted(task);
      };
  private final ExecutorService two =
      Executors.newThreadPerTaskExecutor(new TaskThreads("test", managed, 2));
  private final ExecutorService submitter = Executors.newSingleThreadExecutor();
  private final CountDownLatch free = new CountDownLatch(1);

  @AfterEach
  void close() {
    free.countDown();
    two.shutdownNow();
    submitter.shutdownNow();
  }

  @Test
  void eachTaskHasAThreadOfItsOwn() throws Exception {
    Future<Thread> one = two.submit(Thread::currentThread);
    Future<Thread> other = two.submit(Thread::currentThread);

    assertThat(one.get()).isNotSameAs(other.get());
    assertThat(one.get().isVirtual()).isTrue();
    assertThat(one.get().getName()).isEqualTo("test-1");
  }

  @Test
  void whoWantsMoreThanThereArePlacesWaits() throws Exception {
    two.submit(this::occupy);
    two.submit(this::occupy);
    Future<Future<String>> third = submitter.submit(() -> two.submit(() -> "done"));

    await().during(Duration.ofMillis(200)).until(() -> !third.isDone());
    free.countDown();
    assertThat(third.get().get()).isEqualTo("done");
  }

  @Test
  void aPlaceIsFreeAgainWhateverATaskThrows() {
    for (int i = 0; i < 5; i++) {
      Future<?> failed =
          two.submit(
              () -> {
                throw new NoClassDefFoundError("gone");
              });
      assertThatThrownBy(failed::get).hasRootCauseInstanceOf(NoClassDefFoundError.class);
    }
  }

  @Test
  void aPlaceIsFreeAgainWhereNoThreadCouldBeMade() throws Exception {
    failing.set(true);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> two.submit(this::occupy)).isInstanceOf(IllegalStateException.class);
    }
    failing.set(false);

    assertThat(two.submit(() -> "done").get()).isEqualTo("done");
  }

  @Test
  void whoWaitsForAPlaceCanBeInterrupted() {
    two.submit(this::occupy);
    two.submit(this::occupy);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> two.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void afterItsEndItTakesNothing() {
    two.shutdownNow();

    assertThatThrownBy(() -> two.submit(() -> {})).isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void withoutALimitNobodyWaits() {
    ExecutorService many =
        Executors.newThreadPerTaskExecutor(TaskThreads.unlimited("many", managed));
    for (int i = 0; i < 1_000; i++) {
      many.submit(this::occupy);
    }
    many.shutdownNow();
  }

  @Test
  void aTaskSeesTheApplicationsClassesAndTheContainerLooksThroughNone() throws Exception {
    ClassLoader application = new ClassLoader(getClass().getClassLoader()) {};
    Thread.currentThread().setContextClassLoader(application);
    try {
      Future<ClassLoader> seen = two.submit(() -> Thread.currentThread().getContextClassLoader());

      assertThat(seen.get()).isSameAs(application);
      assertThat(seenWhileMade).containsExactly(ClassLoader.getPlatformClassLoader());
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(application);
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  private void occupy() {
    try {
      free.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
