package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import java.util.List;
import java.util.Set;

/**
 * Whether a frame has failed by its own fault. Nobody can say so alone: not before workers of all
 * owners that serve have failed on it, or of several where there are many; the coordinator's own
 * worker, where there is one, has the last word.
 */
final class FrameFault {
  /** So many owners are believed although there are others. */
  private static final int OWNERS_BELIEVED = 5;

  private final Fleet fleet;

  FrameFault(Fleet fleet) {
    this.fleet = fleet;
  }

  boolean isProven(Frame frame) {
    if (!frame.strikes().areMany()) {
      return false;
    }
    Set<Owner> owners = frame.strikes().owners();
    List<WorkerNode> others =
        fleet.serving(worker -> frame.source().suits(worker) && !owners.contains(worker.owner()));
    return others.isEmpty()
        || owners.contains(Owner.COORDINATOR)
        || owners.size() >= OWNERS_BELIEVED && others.stream().noneMatch(WorkerNode::isLocal);
  }

  /** Whose workers have said enough about a frame; it waits for those of others. */
  static Set<Owner> heard(Frame frame) {
    return frame.strikes().areMany() ? frame.strikes().owners() : Set.of();
  }
}
