package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;

/** How a frame reaches a worker and its answer comes back; blocks until then. */
interface FrameTransport {
  WorkerAnswer send(Frame frame, WorkerNode worker) throws InterruptedException;
}
