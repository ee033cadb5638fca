package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.WorkerNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The workers as the pieces of one job show them: who does none of them, how fast each of the
 * others is, and whether any can do what it gets. Thread-safe.
 */
final class PlanWorkers {
  private final Set<WorkerNode> refusing = new HashSet<>();
  private final Map<WorkerNode, PiecePace> paces = new HashMap<>();
  private final Suitability suitability = new Suitability();

  /** A worker cannot do pieces of this video. */
  synchronized void refusedBy(WorkerNode worker) {
    refusing.add(worker);
  }

  /** Whether a worker does pieces of this video. */
  synchronized boolean take(WorkerNode worker) {
    return worker.takesPieces() && !refusing.contains(worker);
  }

  /** A worker that had no piece of this job gets one. */
  synchronized void beginsAfterPause(WorkerNode worker) {
    pace(worker).wasIdle();
  }

  /** A worker did a frame. */
  synchronized void line(WorkerNode worker, long nanos) {
    suitability.did(worker);
    pace(worker).line(nanos);
  }

  private PiecePace pace(WorkerNode worker) {
    return paces.computeIfAbsent(worker, any -> new PiecePace());
  }

  /** What a frame of this job takes a worker, in ms; 0 where not known. */
  synchronized double paceMs(WorkerNode worker) {
    PiecePace pace = paces.get(worker);
    return pace == null ? 0 : pace.ms();
  }

  /** These do pieces of this video at present. */
  synchronized void areServing(List<WorkerNode> able) {
    suitability.isServedBy(able.stream().map(WorkerNode::owner).collect(Collectors.toSet()));
  }

  /** A worker said of a frame that it cannot be done, in this piece at least. */
  synchronized void cannotBeDone(WorkerNode worker, String reason) {
    suitability.cannotBeDone(worker, reason);
  }

  /** Why the rest of the video cannot go in pieces; null where it can. */
  synchronized String hindrance() {
    return suitability.hindrance();
  }

  /** Forgets a worker that is gone. */
  synchronized void forget(WorkerNode worker) {
    paces.remove(worker);
    refusing.remove(worker);
    suitability.forget(worker);
  }
}
