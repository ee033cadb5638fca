package edgeai.coordinator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import edgeai.common.fixture.QuietLog;
import edgeai.common.fixture.TestThreads;
import edgeai.common.guard.Failures;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@Timeout(30)
@ExtendWith(QuietLog.class)
class AnswerIntakeTest {
  private final Failures failures = new Failures();

  @Test
  void anAnswerIsTakenInOnTheThreadThatReadIt() {
    try (TestThreads threads = new TestThreads()) {
      AnswerIntake intake = new AnswerIntake(threads.managed(), failures);
      AtomicReference<Thread> taker = new AtomicReference<>();
      intake.take(() -> taker.set(Thread.currentThread()));

      assertThat(taker).hasValue(Thread.currentThread());
      assertThat(intake.size()).isZero();
    }
  }

  @Test
  void whileOthersWaitForTheLedgerWhoReadsAnswersIsNotHeldUp() {
    CountDownLatch room = new CountDownLatch(1);
    try (TestThreads readers = new TestThreads();
        TestThreads threads = new TestThreads()) {
      AnswerIntake intake = new AnswerIntake(threads.managed(), failures);
      for (int i = 0; i < 8; i++) {
        readers.managed().execute(() -> intake.take(() -> await(room)));
      }
      Awaitility.await().until(() -> intake.size() == 8);
      for (int i = 0; i < 100; i++) {
        intake.take(() -> await(room));
      }

      assertThat(intake.size()).isEqualTo(108);
      room.countDown();
      Awaitility.await().until(() -> intake.size() == 0);
    }
  }

  @Test
  void noAnswerIsLostWhereThereIsNoThreadNorWhereTakingItInFails() {
    ExecutorService none = Executors.newSingleThreadExecutor();
    none.shutdown();
    AnswerIntake intake = new AnswerIntake(none, failures);
    takeWithin(intake, 8);

    assertThat(failures.count("dispatched frame")).isEqualTo(2);
    assertThat(intake.size()).isZero();
  }

  /** One within the other, so that the last finds no place, and fails. */
  private static void takeWithin(AnswerIntake intake, int more) {
    intake.take(
        () -> {
          if (more == 0) {
            throw new IllegalStateException("the last");
          }
          takeWithin(intake, more - 1);
        });
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
