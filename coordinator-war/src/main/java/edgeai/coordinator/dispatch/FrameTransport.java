package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.concurrent.CompletableFuture;

/** How a frame reaches a worker and its answer comes back, which no thread waits for. */
interface FrameTransport {
  /**
   * Begins; whoever cancels the answer ends the call.
   *
   * @throws java.util.concurrent.RejectedExecutionException where there is no thread to begin on
   */
  CompletableFuture<WorkerAnswer> send(Frame frame, WorkerNode worker);
}
