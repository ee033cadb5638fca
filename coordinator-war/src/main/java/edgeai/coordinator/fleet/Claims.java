package edgeai.coordinator.fleet;

import edgeai.common.error.Conflict;
import edgeai.common.wire.WorkerRegistration;
import java.time.Duration;
import java.util.Collection;

/**
 * Whose the ids of workers are, and where they take their frames: neither is taken from another
 * owner whose worker is alive.
 */
final class Claims {
  private final Duration aliveFor;

  /**
   * @param aliveFor so much silence of a worker, and its id is free
   */
  Claims(Duration aliveFor) {
    this.aliveFor = aliveFor;
  }

  /**
   * Whether an owner may make such a worker known.
   *
   * @param known all other workers there are
   * @throws Conflict which says whom it is taken from
   */
  void require(WorkerRegistration wanted, Owner owner, Collection<WorkerNode> known) {
    for (WorkerNode node : known) {
      if (isAnothers(node, owner)) {
        if (node.id().equals(wanted.workerId())) {
          throw new Conflict(
              "Worker %s belongs to whoever registered it, and is alive; its id is free once nothing was heard of it for %d s, or it was removed."
                  .formatted(node.id(), aliveFor.toSeconds()));
        }
        if (isAt(node.registration(), wanted)) {
          throw new Conflict(
              "At %s, port %d, there is worker %s of another owner."
                  .formatted(wanted.ipAddress(), wanted.port(), node.id()));
        }
      }
    }
  }

  private boolean isAnothers(WorkerNode node, Owner owner) {
    return !node.isOf(owner) && !node.standing().isSilent(aliveFor);
  }

  private static boolean isAt(WorkerRegistration there, WorkerRegistration wanted) {
    return there.port() == wanted.port() && there.ipAddress().equalsIgnoreCase(wanted.ipAddress());
  }
}
