package edgeai.coordinator.fleet;

import java.util.Comparator;
import java.util.List;

/**
 * Which worker gets the next frame: the one that would finish it first, by {@code (frames in flight
 * + 1) x smoothed latency}. A worker whose pace is unknown counts as quick as the quickest.
 */
final class WorkerChoice {
  private static final double NOBODY_KNOWN_MS = 100;

  private WorkerChoice() {}

  /** The candidates, the best first. */
  static List<WorkerNode> byExpectedFinish(List<WorkerNode> candidates) {
    return within(candidates, Double.MAX_VALUE);
  }

  /** Those of the candidates that would finish so soon, the best first. */
  static List<WorkerNode> within(List<WorkerNode> candidates, double limitMs) {
    double unknown =
        candidates.stream()
            .mapToDouble(WorkerNode::smoothedLatencyMs)
            .filter(latency -> latency > 0)
            .min()
            .orElse(NOBODY_KNOWN_MS);
    record Ranked(WorkerNode node, double finish) {}
    return candidates.stream()
        .map(node -> new Ranked(node, node.expectedFinishMs(unknown)))
        .filter(ranked -> ranked.finish() <= limitMs)
        .sorted(Comparator.comparingDouble(Ranked::finish).thenComparing(r -> r.node().id()))
        .map(Ranked::node)
        .toList();
  }
}
