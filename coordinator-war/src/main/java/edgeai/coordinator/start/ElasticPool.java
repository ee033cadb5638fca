package edgeai.coordinator.start;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads that come with work and go without it. A task takes an idle thread, else a new one; where
 * all are busy, who submits it waits for one.
 */
final class ElasticPool extends ThreadPoolExecutor {
  private static final long IDLE_S = 30;

  ElasticPool(ThreadFactory threads, int atMost) {
    super(
        0,
        atMost,
        IDLE_S,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        threads,
        ElasticPool::waitForThread);
  }

  private ElasticPool(ThreadFactory threads, int size, BlockingQueue<Runnable> queue) {
    super(size, size, IDLE_S, TimeUnit.SECONDS, queue, threads);
    allowCoreThreadTimeOut(true);
  }

  /** Where all threads are busy tasks wait, and nobody for them: for who must never be held up. */
  static ElasticPool queueing(ThreadFactory threads, int atMost) {
    return new ElasticPool(threads, atMost, new LinkedBlockingQueue<>());
  }

  private static void waitForThread(Runnable task, ThreadPoolExecutor pool) {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException("the pool is shut down");
    }
    try {
      pool.getQueue().put(task);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted while waiting for a thread", e);
    }
  }
}
