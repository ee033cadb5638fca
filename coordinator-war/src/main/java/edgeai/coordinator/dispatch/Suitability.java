package edgeai.coordinator.dispatch;

import edgeai.coordinator.fleet.Owner;
import edgeai.coordinator.fleet.WorkerNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a video is for pieces at all, whatever its index says: its frames may consist of fields,
 * for one. Told by what workers could do of its pieces and what not; one whose decoders die says
 * nothing of the video where another does most of its frames, nor do those of one owner where
 * others serve. Not thread-safe; its {@link PlanWorkers} guards it.
 */
final class Suitability {
  /** Fewer frames that could not be done say nothing. */
  static final int MOST_UNDONE = 48;

  private static final class Tally {
    private long did;
    private long undone;

    boolean isBad() {
      return undone > did;
    }
  }

  private final Map<WorkerNode, Tally> tallies = new HashMap<>();
  private final Tally all = new Tally();
  private Set<Owner> serving = Set.of();
  private String hindrance;

  /** A worker did a frame in a piece. */
  void did(WorkerNode worker) {
    of(worker).did++;
    all.did++;
  }

  /** Whose workers do pieces of the video at present: each has to say that it is not for them. */
  void isServedBy(Set<Owner> owners) {
    serving = owners;
  }

  /** A worker said of a frame that it cannot be done, in this piece at least. */
  void cannotBeDone(WorkerNode worker, String reason) {
    of(worker).undone++;
    all.undone++;
    boolean unsuited =
        all.undone >= MOST_UNDONE
            && all.isBad()
            && tallies.values().stream().allMatch(Tally::isBad)
            && owners().containsAll(serving);
    if (unsuited && hindrance == null) {
      hindrance = reason;
    }
  }

  private Set<Owner> owners() {
    return tallies.keySet().stream().map(WorkerNode::owner).collect(Collectors.toSet());
  }

  private Tally of(WorkerNode worker) {
    return tallies.computeIfAbsent(worker, any -> new Tally());
  }

  /** Forgets who said so, for a worker that is gone. */
  void forget(WorkerNode worker) {
    tallies.remove(worker);
  }

  /** Why the rest of the video cannot go in pieces; null where it can. */
  String hindrance() {
    return hindrance;
  }
}
