package edgeai.coordinator.metrics;

import edgeai.common.guard.Failures;
import edgeai.common.metrics.Figures;
import edgeai.common.metrics.StageTimes;
import edgeai.common.wire.Worker;
import edgeai.coordinator.alert.AlertRaised;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.roster.Roster;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Prometheus sees of the pool beside the MicroProfile metrics. */
@ApplicationScoped
public class PoolMetrics {
  private static final List<String> WORKER_STATES = List.of("active", "idle", "offline");

  private final Fleet fleet;
  private final Roster roster;
  private final RunningTotals totals;
  private final StageTimes times;
  private final Failures failures;

  private Histogram inference;
  private Counter alerts;

  @Inject
  PoolMetrics(
      Fleet fleet, Roster roster, RunningTotals totals, StageTimes times, Failures failures) {
    this.fleet = fleet;
    this.roster = roster;
    this.totals = totals;
    this.times = times;
    this.failures = failures;
  }

  /** For the container's proxy. */
  PoolMetrics() {
    this(null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    times.register();
    failures.register();
    inference =
        Histogram.builder()
            .name("edge_inference_seconds")
            .help("Inference of one frame as its worker measured it.")
            .classicOnly()
            .classicUpperBounds(.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10)
            .register();
    alerts =
        Counter.builder()
            .name("edge_alerts_total")
            .help("Alerts raised.")
            .labelNames("level")
            .register();
    Figures.gauge(
        "edge_workers_quarantined",
        "Workers whose answers are not believed at present.",
        fleet::quarantined);
    Figures.gauge(
        "edge_workers_on_probation",
        "Workers that get one frame at a time, since they or others of their owners were wrong.",
        fleet::onProbation);
    Figures.counter(
        "edge_frames_total",
        "Frames with a result, since the data began.",
        () -> totals.summary().totalFrames());
    labelled();
  }

  private void labelled() {
    CounterWithCallback.builder()
        .name("edge_detections_total")
        .help("Objects seen, since the data began.")
        .labelNames("label")
        .callback(
            callback ->
                totals.summary().objectCounts().forEach((label, n) -> callback.call(n, label)))
        .register();
    GaugeWithCallback.builder()
        .name("edge_workers")
        .help("Workers by state.")
        .labelNames("status")
        .callback(
            callback -> {
              Map<String, Long> counts =
                  roster.list().stream()
                      .collect(Collectors.groupingBy(Worker::status, Collectors.counting()));
              WORKER_STATES.forEach(
                  status -> callback.call(counts.getOrDefault(status, 0L), status));
            })
        .register();
  }

  void onFrame(@Observes FrameSeen seen) {
    inference.observe(seen.result().processingTimeMs() / 1000);
  }

  void onAlert(@Observes AlertRaised raised) {
    alerts.labelValues(raised.alert().level()).inc();
  }

  @PreDestroy
  void unregister() {
    PrometheusRegistry.defaultRegistry.clear();
  }
}
