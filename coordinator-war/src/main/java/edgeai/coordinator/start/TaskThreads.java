package edgeai.coordinator.start;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A new managed thread for each task, so many at a time at most: who wants one more waits for it.
 *
 * <p>With each thread Payara looks through all that the context class loader sees for contexts to
 * pass on, which takes longer than most tasks. Here it sees the platform's class loader meanwhile,
 * and the task has the application's again.
 */
final class TaskThreads implements ThreadFactory {
  private final String name;
  private final ThreadFactory managed;
  private final Semaphore places;
  private final AtomicLong made = new AtomicLong();

  /**
   * @param name of the threads, to be followed by a number
   * @param managed makes the threads
   */
  TaskThreads(String name, ThreadFactory managed, int atMost) {
    this.name = name;
    this.managed = managed;
    this.places = new Semaphore(atMost);
  }

  /** As many as there are tasks: for who must never be held up, and is bounded by what it does. */
  static TaskThreads unlimited(String name, ThreadFactory managed) {
    return new TaskThreads(name, managed, Integer.MAX_VALUE);
  }

  /**
   * Waits for a place.
   *
   * @return null where the caller was interrupted meanwhile, which an executor takes for a refusal
   */
  @Override
  public Thread newThread(Runnable task) {
    try {
      places.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
    boolean done = false;
    try {
      Thread thread = make(task);
      done = true;
      return thread;
    } finally {
      if (!done) {
        places.release();
      }
    }
  }

  private Thread make(Runnable task) {
    Thread caller = Thread.currentThread();
    ClassLoader application = caller.getContextClassLoader();
    caller.setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      Thread thread = managed.newThread(() -> run(task, application));
      thread.setName(name + "-" + made.incrementAndGet());
      return thread;
    } finally {
      caller.setContextClassLoader(application);
    }
  }

  private void run(Runnable task, ClassLoader application) {
    Thread.currentThread().setContextClassLoader(application);
    try {
      task.run();
    } finally {
      places.release();
    }
  }
}
