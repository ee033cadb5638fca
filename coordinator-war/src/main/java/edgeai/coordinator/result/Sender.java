package edgeai.coordinator.result;

import edgeai.common.door.Asker;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.FrameNonce;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Who posts a result, as far as the request proves it.
 *
 * @param nonce that the frame was sent with, null where it does not come back
 */
record Sender(Owner owner, String nonce) {
  static Sender of(HttpServletRequest request) {
    return new Sender(new Owner(Asker.of(request).owner()), request.getHeader(FrameNonce.HEADER));
  }

  /** Whether it may speak for a worker that was given this frame. */
  boolean speaksFor(WorkerNode worker, long frameId) {
    return worker.isOf(owner) || FrameNonce.is(nonce, frameId, worker);
  }
}
