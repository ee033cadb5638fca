package edgeai.coordinator.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Jobs that run because a test says so. */
public final class RunningJobs extends Jobs {
  public final Map<String, JobRun> runs = new ConcurrentHashMap<>();

  @Override
  public Optional<JobRun> running(String jobId) {
    return Optional.ofNullable(runs.get(jobId));
  }

  @Override
  public Map<String, JobRun> running() {
    return Map.copyOf(runs);
  }

  @Override
  public List<JobRun> active() {
    return runs.values().stream().filter(JobRun::isUnderWay).toList();
  }
}
