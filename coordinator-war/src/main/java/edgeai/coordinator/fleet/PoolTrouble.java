package edgeai.coordinator.fleet;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Why no worker of a pool does frames. */
final class PoolTrouble {
  /** Workers whose troubles are told one by one. */
  private static final int TOLD = 3;

  private PoolTrouble() {}

  /**
   * In one sentence; empty where something can be expected of one of them.
   *
   * @param unfit why a worker cannot do the frames that are meant, as a predicate
   */
  static Optional<String> of(List<WorkerNode> nodes, Function<WorkerNode, Optional<String>> unfit) {
    List<String> troubles =
        nodes.stream()
            .map(node -> of(node, unfit).map(why -> "%s %s".formatted(node.id(), why)))
            .flatMap(Optional::stream)
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

  private static Optional<String> of(
      WorkerNode node, Function<WorkerNode, Optional<String>> unfit) {
    return Optional.ofNullable(node.standing().trouble()).or(() -> unfit.apply(node));
  }
}
