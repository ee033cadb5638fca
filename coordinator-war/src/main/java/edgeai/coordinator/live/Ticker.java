package edgeai.coordinator.live;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns what was noted into messages twice a second, while somebody listens. */
@ApplicationScoped
public class Ticker {
  private static final Logger LOG = Logger.getLogger(Ticker.class.getName());
  private static final long BEAT_MS = 500;

  @Inject private LiveFeed feed;
  @Inject private JobTopic jobs;
  @Inject private WorkerTopic workers;
  @Inject private AlertTopic alerts;
  @Inject private ResultTopic results;
  @Inject private MetricsTopic metrics;

  @Resource(lookup = "java:app/concurrent/watch")
  private ManagedScheduledExecutorService scheduler;

  private ScheduledFuture<?> ticking;
  private boolean second;

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // with a fixed delay, since a late beat must not make the next one come early
    ticking = scheduler.scheduleWithFixedDelay(this::tick, BEAT_MS, BEAT_MS, TimeUnit.MILLISECONDS);
  }

  void tick() {
    try {
      boolean heard = feed.clients() > 0;
      second = heard && !second;
      if (heard) {
        beat();
      } else {
        List.of(jobs, workers, alerts, results, metrics).forEach(Topic::forget);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "those who listen were not told everything", e);
    }
  }

  /** Jobs are asked first and told last: who hears of a job's end has heard of all its frames. */
  private void beat() {
    List<Message> ofJobs = jobs.beat(second);
    feed.publish(workers.beat(second));
    feed.publish(results.beat(second));
    feed.publish(alerts.beat(second));
    feed.publish(ofJobs);
    feed.publish(metrics.beat(second));
  }

  @PreDestroy
  void stop() {
    ticking.cancel(true);
  }
}
