package edgeai.coordinator.metrics;

import edgeai.common.metrics.Figures;
import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobEnded;
import edgeai.coordinator.job.Jobs;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;

/** What Prometheus sees of jobs that are worked on and of how they end. */
@ApplicationScoped
public class JobMetrics {
  private static final String CANCELLED = "cancelled";

  private final Jobs jobs;

  private Counter ended;
  private Histogram seconds;

  @Inject
  JobMetrics(Jobs jobs) {
    this.jobs = jobs;
  }

  /** For the container's proxy. */
  JobMetrics() {
    this(null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge("edge_jobs_running", "Jobs that are worked on.", () -> jobs.active().size());
    ended =
        Counter.builder()
            .name("edge_jobs_ended_total")
            .help("Jobs that ended since the start, by how they did.")
            .labelNames("outcome")
            .register();
    seconds =
        Histogram.builder()
            .name("edge_job_seconds")
            .help("Since a job was submitted until it completed.")
            .classicOnly()
            .classicUpperBounds(1, 2.5, 5, 10, 30, 60, 150, 300, 600, 1800, 3600, 14400)
            .register();
    // a series that begins with its first event shows no rise
    for (String outcome : new String[] {Job.COMPLETED, Job.FAILED, CANCELLED}) {
      ended.initLabelValues(outcome);
    }
  }

  void onEnd(@Observes JobEnded end) {
    Job job = end.job();
    ended.labelValues(job.cancelled() ? CANCELLED : job.status()).inc();
    if (job.status().equals(Job.COMPLETED)) {
      Duration whole = Duration.between(job.submittedAt(), job.completedAt());
      // the machine's clock may go back
      seconds.observe(Math.max(0, whole.toMillis()) / 1000.0);
    }
  }
}
