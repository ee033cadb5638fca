package edgeai.coordinator.review;

import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobRecord;
import edgeai.coordinator.job.JobRepository;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jobs as they stand now: from memory while they run, else from the database. Memory is asked
 * first, since a job leaves it only after its end is stored; the other way round a job that ends
 * between the two questions would be shown as it once began.
 */
@ApplicationScoped
public class CurrentJobs {
  private final Jobs jobs;
  private final JobRepository repository;
  private final Stalls stalls;

  @Inject
  public CurrentJobs(Jobs jobs, JobRepository repository, Stalls stalls) {
    this.jobs = jobs;
    this.repository = repository;
    this.stalls = stalls;
  }

  /** For the container's proxy. */
  CurrentJobs() {
    this(null, null, null);
  }

  public Optional<Job> find(String id) {
    return jobs.running(id).map(stalls::show).or(() -> repository.find(id).map(JobRecord::job));
  }

  /** Newest first, those older than {@code before}. */
  public List<Job> newest(Optional<Job> before, int limit) {
    Map<String, JobRun> running = jobs.running();
    return repository.newest(before, limit).stream()
        .map(row -> current(row.job(), running.get(row.job().jobId())))
        .toList();
  }

  /** Those that are worked on at this moment. */
  public List<Job> underWay() {
    return jobs.active().stream().map(stalls::show).toList();
  }

  private Job current(Job stored, JobRun run) {
    if (run != null) {
      return stalls.show(run);
    }
    return stored.hasEnded() ? stored : find(stored.jobId()).orElse(stored);
  }
}
