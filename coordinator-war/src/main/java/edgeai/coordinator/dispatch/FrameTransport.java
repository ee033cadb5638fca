package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;

/** How a frame reaches a worker and its answer comes back; blocks until then. */
interface FrameTransport {
  Answer send(Frame frame, WorkerNode worker) throws InterruptedException;
}
