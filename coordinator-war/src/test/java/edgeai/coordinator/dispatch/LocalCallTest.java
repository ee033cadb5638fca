package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.coordinator.fleet.TestPool;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Inferences that do not end, as one of native code that hangs. */
@ExtendWith(QuietLog.class)
class LocalCallTest {
  private static final WorkerAnswer DONE = new WorkerAnswer.Detected(List.of(), 1);
  private static final Function<WorkerNode, Optional<String>> ANY = worker -> Optional.empty();

  private final TestThreads threads = new TestThreads();
  private final TestPool pool = new TestPool();
  private final WorkerNode local = pool.joinLocal(2);
  private final DispatchFigures figures = new DispatchFigures();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();

  @AfterEach
  void close() {
    end.countDown();
    threads.close();
  }

  private WorkerAnswer hangs() {
    begun.incrementAndGet();
    boolean interrupted = false;
    while (true) {
      try {
        end.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // native code takes no notice
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }

  private LocalCall hanging() {
    assertThat(local.tryLease()).isTrue();
    LocalCall call = new LocalCall(local, this::hangs, figures);
    int before = begun.get();
    threads.managed().execute(call);
    await().until(() -> begun.get() > before);
    return call;
  }

  private void givesUp(LocalCall call) {
    call.cancel(true);
    local.failed("did not answer in time");
  }

  @Test
  void whatEndsIsAnswered() {
    LocalCall call = new LocalCall(local, () -> DONE, figures);
    call.run();

    assertThat(call).isCompletedWithValue(DONE);
    assertThat(call.cancel(true)).isFalse();
    assertThat(figures.inferencesLeft()).isZero();
  }

  @Test
  void whatIsThrownIsNotLost() {
    LocalCall call =
        new LocalCall(
            local,
            () -> {
              throw new StackOverflowError();
            },
            figures);
    call.run();

    assertThat(call).isCompletedExceptionally();
  }

  @Test
  void whatNobodyWaitsForDoesNotBegin() {
    LocalCall call = new LocalCall(local, this::hangs, figures);
    call.cancel(true);
    call.run();

    assertThat(begun).hasValue(0);
    assertThat(figures.inferencesLeft()).isZero();
  }

  @Test
  void aPlaceIsTakenAsLongAsWhatWasGivenUpGoesOn() {
    givesUp(hanging());
    assertThat(figures.inferencesLeft()).isEqualTo(1);
    assertThat(local.tryLease()).isTrue();
    assertThat(local.tryLease()).isFalse();

    end.countDown();
    await().until(() -> figures.inferencesLeft() == 0);
    assertThat(local.tryLease()).isTrue();
  }

  /** Or frames would wait for it for ever, whatever other workers say of them. */
  @Test
  void whoseInferencesAllHangServesNobodyAndItIsTold() {
    LocalCall first = hanging();
    LocalCall second = hanging();
    givesUp(first);
    assertThat(local.isServing()).isTrue();
    givesUp(second);

    assertThat(local.isServing()).isFalse();
    assertThat(pool.fleet().trouble(ANY))
        .contains(
            "No worker does frames: coordinator-local is stuck: inferences do not end, and all its places are taken.");
    end.countDown();
    await().until(local::isServing);
    assertThat(local.tryLease()).isTrue();
  }
}
