package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes answers in on the thread that read them. Where several are at it, which is where they wait
 * for the ledger, each further one gets a thread of its own, so that answers are still read.
 */
final class AnswerIntake {
  private static final String WHERE = "dispatched frame";

  /** So many threads of those that read answers may wait: half of them. */
  private static final int IN_PLACE = 8;

  private final ExecutorService executor;
  private final Failures failures;
  private final AtomicInteger taking = new AtomicInteger();

  AnswerIntake(ExecutorService executor, Failures failures) {
    this.executor = executor;
    this.failures = failures;
  }

  /** Never waits where others do. */
  void take(Runnable answer) {
    if (taking.incrementAndGet() <= IN_PLACE) {
      run(answer);
      return;
    }
    try {
      executor.execute(() -> run(answer));
    } catch (RuntimeException | Error e) {
      // no thread: then on this one, since no answer may be lost
      failures.note(WHERE, e);
      run(answer);
    }
  }

  private void run(Runnable answer) {
    try {
      failures.guard(WHERE, answer);
    } finally {
      taking.decrementAndGet();
    }
  }

  /** Answers that are being taken in at this moment. */
  int size() {
    return taking.get();
  }
}
