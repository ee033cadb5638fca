package edgeai.common.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The only timer of a server: what is done again and again, and what is done later. A task that
 * fails is noted and done again all the same, whereas an executor drops it for ever without a word.
 * Ends with the server, before the beans that its tasks need.
 */
@ApplicationScoped
public class Schedule {
  private final ScheduledExecutorService executor;
  private final Failures failures;
  private final Set<Future<?>> repeated = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  @Inject
  public Schedule(@Named("watch") ScheduledExecutorService executor, Failures failures) {
    this.executor = executor;
    this.failures = failures;
  }

  /** For the container's proxy. */
  Schedule() {
    this(null, null);
  }

  /**
   * Does something again and again, until the server ends.
   *
   * @param name of the task, in a word or two
   * @param pause before it is done the first time, and between two times
   */
  public void every(String name, Duration pause, Runnable task) {
    every(name, pause, pause, task);
  }

  /**
   * Does something again and again, until the server ends.
   *
   * @param name of the task, in a word or two
   * @param first before it is done the first time
   * @param pause between two times
   */
  public void every(String name, Duration first, Duration pause, Runnable task) {
    repeated.add(
        executor.scheduleWithFixedDelay(
            () -> run(name, task), first.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS));
  }

  /**
   * Does something once.
   *
   * @param name of the task, in a word or two
   * @return cancels it
   */
  public Future<?> after(String name, Duration delay, Runnable task) {
    return executor.schedule(() -> run(name, task), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** What fails because the server ends is no news. */
  private void run(String name, Runnable task) {
    try {
      if (!ended) {
        task.run();
      }
    } catch (Throwable e) {
      if (!ended) {
        failures.note(name, e);
      }
    }
  }

  void end(
      @Observes(notifyObserver = Reception.IF_EXISTS) @BeforeDestroyed(ApplicationScoped.class)
          Object event) {
    close();
  }

  /** Interrupts what is repeated; nothing begins any more. */
  public void close() {
    ended = true;
    repeated.forEach(task -> task.cancel(true));
    repeated.clear();
  }
}
