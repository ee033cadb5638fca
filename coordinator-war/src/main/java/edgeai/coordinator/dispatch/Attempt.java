package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One frame given to one worker. It ends once: by the worker's answer, or because it was given up.
 */
final class Attempt {
  private final Frame frame;
  private final WorkerNode worker;
  private final long startedAtMs;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile Future<?> call;

  Attempt(Frame frame, WorkerNode worker, long startedAtMs) {
    this.frame = frame;
    this.worker = worker;
    this.startedAtMs = startedAtMs;
  }

  Frame frame() {
    return frame;
  }

  WorkerNode worker() {
    return worker;
  }

  long startedAtMs() {
    return startedAtMs;
  }

  void calls(Future<?> running) {
    call = running;
    if (ended.get()) {
      running.cancel(true);
    }
  }

  /** True for the first caller only: what this attempt means is now this caller's to say. */
  boolean end() {
    return ended.compareAndSet(false, true);
  }

  /** Interrupts the call, where it still runs. */
  void interrupt() {
    Future<?> running = call;
    if (running != null) {
      running.cancel(true);
    }
  }
}
