package edgeai.coordinator.fleet;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The places that workers have for single frames: who gets the next one. */
public final class FramePlaces {
  private final Fleet fleet;

  public FramePlaces(Fleet fleet) {
    this.fleet = fleet;
  }

  /**
   * Leases a place for a frame, by expected finish. A worker in {@code avoid} is taken only where
   * no other serves.
   *
   * @param suits whether a worker may have it at all
   */
  public Optional<WorkerNode> lease(Set<String> avoid, Predicate<WorkerNode> suits) {
    List<WorkerNode> serving = fleet.serving(suits);
    List<WorkerNode> fresh = serving.stream().filter(node -> !avoid.contains(node.id())).toList();
    boolean elsewhere = fresh.stream().anyMatch(node -> !node.standing().isOffline());
    List<WorkerNode> free =
        (elsewhere ? fresh : serving).stream().filter(WorkerNode::hasRoom).toList();
    return WorkerChoice.byExpectedFinish(free).stream().filter(WorkerNode::tryLease).findFirst();
  }

  /**
   * Leases a place for a frame that another worker has, at one that never had it.
   *
   * @param suits whether a worker may have it at all
   * @param withinMs how soon the worker must be expected to be done
   */
  public Optional<WorkerNode> elsewhere(
      Set<String> had, Predicate<WorkerNode> suits, double withinMs) {
    List<WorkerNode> free =
        fleet.serving(suits).stream()
            .filter(node -> node.hasRoom() && !had.contains(node.id()))
            .toList();
    return WorkerChoice.within(free, withinMs).stream().filter(WorkerNode::tryLease).findFirst();
  }
}
