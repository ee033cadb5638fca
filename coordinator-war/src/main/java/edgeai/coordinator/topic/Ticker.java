package edgeai.coordinator.topic;

import edgeai.common.guard.Schedule;
import edgeai.common.wire.LiveMessage;
import edgeai.coordinator.live.LiveFeed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Turns what was noted into messages twice a second, while somebody listens. */
@ApplicationScoped
public class Ticker {
  private static final Duration BEAT = Duration.ofMillis(500);

  private final LiveFeed feed;
  private final JobTopic jobs;
  private final WorkerTopic workers;
  private final AlertTopic alerts;
  private final ResultTopic results;
  private final MetricsTopic metrics;
  private final Schedule schedule;

  private boolean second;

  @Inject
  public Ticker(
      LiveFeed feed,
      JobTopic jobs,
      WorkerTopic workers,
      AlertTopic alerts,
      ResultTopic results,
      MetricsTopic metrics,
      Schedule schedule) {
    this.feed = feed;
    this.jobs = jobs;
    this.workers = workers;
    this.alerts = alerts;
    this.results = results;
    this.metrics = metrics;
    this.schedule = schedule;
  }

  /** For the container's proxy. */
  Ticker() {
    this(null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    schedule.every("live beat", BEAT, this::tick);
  }

  void tick() {
    boolean heard = feed.clients() > 0;
    second = heard && !second;
    if (heard) {
      beat();
    } else {
      List.of(jobs, workers, alerts, results, metrics).forEach(Topic::forget);
    }
  }

  /** Jobs are asked first and told last: who hears of a job's end has heard of all its frames. */
  private void beat() {
    List<LiveMessage> ofJobs = jobs.beat(second);
    feed.publish(workers.beat(second));
    feed.publish(results.beat(second));
    feed.publish(alerts.beat(second));
    feed.publish(ofJobs);
    feed.publish(metrics.beat(second));
  }
}
