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

  @Inject private LiveFeed feed;
  @Inject private JobTopic jobs;
  @Inject private WorkerTopic workers;
  @Inject private AlertTopic alerts;
  @Inject private ResultTopic results;
  @Inject private MetricsTopic metrics;
  @Inject private Schedule schedule;

  private boolean second;

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
