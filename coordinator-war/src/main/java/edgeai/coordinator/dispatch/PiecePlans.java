package edgeai.coordinator.dispatch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The plans of the jobs that go by pieces, served in turn. Thread-safe. */
final class PiecePlans {
  private final Map<String, PiecePlan> byJob = new LinkedHashMap<>();

  synchronized void add(PiecePlan plan) {
    byJob.put(plan.source().jobId(), plan);
  }

  synchronized void remove(PiecePlan plan) {
    byJob.remove(plan.source().jobId(), plan);
  }

  synchronized Optional<PiecePlan> ofJob(String jobId) {
    return Optional.ofNullable(byJob.get(jobId));
  }

  synchronized List<PiecePlan> inTurn() {
    return List.copyOf(byJob.values());
  }

  /** The others come first now. */
  synchronized void hadItsTurn(PiecePlan plan) {
    if (byJob.remove(plan.source().jobId(), plan)) {
      byJob.put(plan.source().jobId(), plan);
    }
  }
}
