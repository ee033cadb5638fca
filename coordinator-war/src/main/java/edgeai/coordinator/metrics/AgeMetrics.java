package edgeai.coordinator.metrics;

import edgeai.common.metrics.Figures;
import edgeai.common.wire.Job;
import edgeai.common.wire.Worker;
import edgeai.coordinator.job.JobRun;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.roster.Roster;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/** What Prometheus sees of how long things wait, and of how long nothing was heard. */
@ApplicationScoped
public class AgeMetrics {
  private final Jobs jobs;
  private final Roster roster;
  private final Clock clock;

  @Inject
  AgeMetrics(Jobs jobs, Roster roster, Clock clock) {
    this.jobs = jobs;
    this.roster = roster;
    this.clock = clock;
  }

  /** For the container's proxy. */
  AgeMetrics() {
    this(null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge(
        "edge_job_queue_oldest_seconds",
        "Since the job was submitted that waits longest for its turn.",
        () -> longest(queuedSince()));
    Figures.gauge(
        "edge_job_standstill_seconds",
        "Since the last frame was settled of the job in work that stands still longest.",
        () -> longest(jobs.active().stream().map(JobRun::lastSettled)));
    GaugeWithCallback.builder()
        .name("edge_worker_silence_seconds")
        .help("Since a worker was last heard of.")
        .labelNames("worker")
        .callback(
            callback -> {
              for (Worker worker : roster.list()) {
                callback.call(since(worker.lastHeartbeat()), worker.workerId());
              }
            })
        .register();
  }

  private Stream<Instant> queuedSince() {
    return jobs.running().values().stream()
        .map(JobRun::show)
        .filter(job -> job.status().equals(Job.QUEUED))
        .map(Job::submittedAt);
  }

  private double longest(Stream<Instant> beginnings) {
    return beginnings.min(Comparator.naturalOrder()).map(this::since).orElse(0.0);
  }

  private double since(Instant beginning) {
    // the machine's clock may go back
    return Math.max(0, Duration.between(beginning, clock.instant()).toMillis()) / 1000.0;
  }
}
