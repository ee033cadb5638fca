package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * An inference in this process. Native code cannot be ended: where nobody waits for it any more it
 * goes on, and so long its worker has a place less. What nobody waits for does not begin.
 */
final class LocalCall extends CompletableFuture<WorkerAnswer> implements Runnable {
  private final WorkerNode worker;
  private final Supplier<WorkerAnswer> inference;
  private final DispatchFigures figures;

  private boolean runs;
  private boolean left;

  LocalCall(WorkerNode worker, Supplier<WorkerAnswer> inference, DispatchFigures figures) {
    this.worker = worker;
    this.inference = inference;
    this.figures = figures;
  }

  @Override
  public void run() {
    if (!begins()) {
      return;
    }
    try {
      complete(inference.get());
    } catch (RuntimeException | Error e) {
      completeExceptionally(e);
    } finally {
      ends();
    }
  }

  private synchronized boolean begins() {
    runs = !isDone();
    return runs;
  }

  private synchronized void ends() {
    runs = false;
    if (left) {
      figures.inferenceCameBack();
      worker.givePlaceBack();
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    boolean cancelled = super.cancel(mayInterrupt);
    leave();
    return cancelled;
  }

  private synchronized void leave() {
    if (runs && !left && isCancelled()) {
      left = true;
      figures.inferenceIsLeft();
      worker.holdPlace();
    }
  }
}
