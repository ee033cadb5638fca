package edgeai.coordinator.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which models are wanted: the pool's, those of jobs that have not ended, and one that is about to
 * be used. All of them are open at the same time, so there are few. Not thread-safe; its {@link
 * PoolModel} guards it.
 */
final class ModelDemand {
  /** That are open together: each has memory of its own, here and at every worker. */
  static final int MOST = 3;

  private final Map<String, Integer> jobs = new LinkedHashMap<>();
  private String next;

  /** Whether a job may go by this model too, beside the pool's. */
  boolean hasRoomForJob(String pool, String sha256) {
    Set<String> all = new LinkedHashSet<>(wanted(pool));
    all.add(sha256);
    return all.size() <= MOST;
  }

  /** Whether this may be used beside those of jobs, in place of the pool's or for a while. */
  boolean hasRoomFor(String sha256) {
    Set<String> all = new LinkedHashSet<>(jobs.keySet());
    all.add(sha256);
    return all.size() <= MOST;
  }

  void jobBegins(String sha256) {
    jobs.merge(sha256, 1, Integer::sum);
  }

  void jobEnds(String sha256) {
    jobs.computeIfPresent(sha256, (model, count) -> count == 1 ? null : count - 1);
  }

  /** Jobs that go by a model. */
  int jobs(String sha256) {
    return jobs.getOrDefault(sha256, 0);
  }

  /** Models that jobs go by. */
  Set<String> ofJobs() {
    return Set.copyOf(jobs.keySet());
  }

  /** This one is about to be used; null for none. */
  void expects(String sha256) {
    next = sha256;
  }

  /** All, the pool's first. */
  List<String> wanted(String pool) {
    Set<String> all = new LinkedHashSet<>();
    all.add(pool);
    if (next != null) {
      all.add(next);
    }
    all.addAll(jobs.keySet());
    return List.copyOf(all);
  }
}
