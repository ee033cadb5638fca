package edgeai.coordinator.dispatch;

import edgeai.common.guard.Failures;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Takes a step again and again in a thread of its own, until it is stopped. A step that fails is
 * noted and tried again after a rest, since it would fail at once again.
 */
final class DispatchLoop {
  /** What a thread does that may be interrupted. */
  @FunctionalInterface
  interface Step {
    void take() throws InterruptedException;
  }

  private final String name;
  private final Failures failures;
  private final Step step;
  private final Step rest;

  private volatile boolean stopped;
  private Future<?> running;

  /**
   * @param name which failures are noted by
   */
  DispatchLoop(String name, Failures failures, Step step, Step rest) {
    this.name = name;
    this.failures = failures;
    this.step = step;
    this.rest = rest;
  }

  void start(ExecutorService executor) {
    running = executor.submit(this::run);
  }

  private void run() {
    while (!stopped) {
      try {
        step.take();
      } catch (InterruptedException e) {
        stopped = true;
      } catch (RuntimeException | Error e) {
        failures.note(name, e);
        rest();
      }
    }
  }

  private void rest() {
    try {
      rest.take();
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  boolean isStopped() {
    return stopped;
  }

  /** Takes no more steps, and interrupts the one that is under way. */
  void stop() {
    stopped = true;
    running.cancel(true);
  }
}
