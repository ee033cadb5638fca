package edgeai.coordinator.job;

import edgeai.common.guard.Announcer;
import edgeai.common.guard.Schedule;
import edgeai.common.wire.Job;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Keeps house: takes unfinished jobs up at start, removes ended ones past {@code
 * JOB_RETENTION_DAYS}, and the files of the oldest ended ones past {@code DATA_MAX_BYTES}.
 */
@ApplicationScoped
public class JobKeeper {
  private static final Logger LOG = Logger.getLogger(JobKeeper.class.getName());
  private static final Duration AFTER_START = Duration.ofMinutes(1);
  private static final Duration EACH = Duration.ofHours(1);

  private final CoordinatorSettings settings;
  private final JobRepository repository;
  private final JobFiles files;
  private final Jobs jobs;
  private final Clock clock;
  private final Announcer announcer;
  private final Schedule schedule;

  @Inject
  public JobKeeper(
      CoordinatorSettings settings,
      JobRepository repository,
      JobFiles files,
      Jobs jobs,
      Clock clock,
      Announcer announcer,
      Schedule schedule) {
    this.settings = settings;
    this.repository = repository;
    this.files = files;
    this.jobs = jobs;
    this.clock = clock;
    this.announcer = announcer;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  JobKeeper() {
    this(null, null, null, null, null, null, null);
  }

  /** Called once, when dispatch is ready for frames. */
  public void start() {
    List<JobRecord> unfinished = repository.unfinished();
    files.deleteAllBut(
        repository.newest(Optional.empty(), Integer.MAX_VALUE).stream()
            .map(row -> row.job().jobId())
            .collect(Collectors.toSet()));
    unfinished.forEach(jobs::resume);
    schedule.every("job keeper", AFTER_START, EACH, this::keep);
  }

  void keep() {
    Instant oldest = clock.instant().minus(settings.videos().retention());
    repository.endedBefore(oldest).forEach(row -> remove(row.job()));
    makeRoom();
  }

  /** True where uploads are below {@code DATA_MAX_BYTES}, if need be after removing ended ones. */
  public boolean makeRoom() {
    long limit = settings.videos().maxDataBytes();
    long size = files.size();
    for (JobRecord row :
        size < limit ? List.<JobRecord>of() : repository.endedBefore(clock.instant())) {
      if (size < limit) {
        break;
      }
      files.delete(row.job().jobId());
      size = files.size();
    }
    return size < limit;
  }

  /** Removes an ended job with its frames and its file. */
  public void remove(Job job) {
    repository.delete(job.jobId());
    files.delete(job.jobId());
    LOG.log(Level.INFO, "job {0} removed", job.jobId());
    announcer.announce(new JobChanged(job.removed()));
  }
}
