package edgeai.coordinator.fleet;

import java.util.List;
import java.util.Optional;

/** Why no worker of a pool does frames. */
final class PoolTrouble {
  /** Workers whose troubles are told one by one. */
  private static final int TOLD = 3;

  private PoolTrouble() {}

  /** In one sentence; empty where something can be expected of one of them. */
  static Optional<String> of(List<WorkerNode> nodes) {
    List<String> troubles =
        nodes.stream()
            .filter(node -> node.standing().trouble() != null)
            .map(node -> "%s %s".formatted(node.id(), node.standing().trouble()))
            .toList();
    if (troubles.size() < nodes.size()) {
      return Optional.empty();
    }
    String named = String.join("; ", troubles.subList(0, Math.min(TOLD, troubles.size())));
    int more = troubles.size() - TOLD;
    return Optional.of(
        "No worker does frames: %s%s."
            .formatted(
                troubles.isEmpty() ? "none has joined" : named,
                more > 0 ? "; and %d more".formatted(more) : ""));
  }
}
