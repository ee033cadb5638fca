package edgeai.worker.camera;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work on a thread that an interrupt ends, and whose end can be waited for. */
final class Activity {
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Future<?> future;

  private Activity(ExecutorService executor, Runnable work) {
    this.future =
        executor.submit(
            () -> {
              try {
                work.run();
              } finally {
                ended.countDown();
              }
            });
  }

  static Activity start(ExecutorService executor, Runnable work) {
    return new Activity(executor, work);
  }

  /** Asks it to end. */
  void interrupt() {
    future.cancel(true);
  }

  /** Whether it ended within so long. */
  boolean hasEnded(long patienceMs) {
    try {
      return ended.await(patienceMs, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
