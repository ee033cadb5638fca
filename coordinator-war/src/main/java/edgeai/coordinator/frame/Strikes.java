package edgeai.coordinator.frame;

import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What workers have against a frame: those that died on it, and those that said it cannot be done.
 * Each speaks for its owner only, so whether that is enough is for dispatch to say. Thread-safe.
 */
public final class Strikes {
  /** Fewer are never enough. */
  public static final int MANY = 3;

  private final List<WorkerNode> all = new ArrayList<>();
  private final Set<WorkerNode> diedOnIt = new LinkedHashSet<>();
  private final Set<WorkerNode> declinedIt = new LinkedHashSet<>();

  /** A worker died on it: broke off, or never answered. One registration counts once. */
  public synchronized void diedOn(WorkerNode worker) {
    if (diedOnIt.add(worker)) {
      all.add(worker);
    }
  }

  /** A worker answered that it cannot do this frame. */
  public synchronized void declined(WorkerNode worker) {
    declinedIt.add(worker);
    all.add(worker);
  }

  public synchronized int count() {
    return all.size();
  }

  /** Whether there are so many that the frame may be to blame. */
  public boolean areMany() {
    return count() >= MANY;
  }

  /** Whose workers they are of. */
  public synchronized Set<Owner> owners() {
    return all.stream().map(WorkerNode::owner).collect(Collectors.toUnmodifiableSet());
  }

  /** A worker did it after all, which costs those of other owners that said it cannot be done. */
  public void disprovedBy(WorkerNode doer) {
    decliners().stream()
        .filter(worker -> !worker.isOf(doer.owner()))
        .forEach(worker -> worker.disproved("said of a frame that it cannot be done, which could"));
  }

  private synchronized List<WorkerNode> decliners() {
    return List.copyOf(declinedIt);
  }
}
