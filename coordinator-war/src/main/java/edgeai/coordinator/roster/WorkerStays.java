package edgeai.coordinator.roster;

import edgeai.common.door.Asker;
import edgeai.common.door.OpenWays;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.WorkerGone;
import edgeai.coordinator.fleet.WorkerNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Takes workers out whose owner may not come in any more. What ends is a registration, never the
 * one that has its id by then.
 */
@ApplicationScoped
public class WorkerStays {
  private final Fleet fleet;
  private final OpenWays ways;

  @Inject
  public WorkerStays(Fleet fleet, OpenWays ways) {
    this.fleet = fleet;
    this.ways = ways;
  }

  /** For the container's proxy. */
  WorkerStays() {
    this(null, null);
  }

  /** A worker came in. */
  void enter(WorkerNode node, Asker asker) {
    ways.enter(node, asker, () -> fleet.remove(node));
    if (node.isGone()) {
      ways.leave(node);
    }
  }

  void onWorkerGone(@Observes WorkerGone event) {
    if (event.node().isGone()) {
      ways.leave(event.node());
    }
  }
}
