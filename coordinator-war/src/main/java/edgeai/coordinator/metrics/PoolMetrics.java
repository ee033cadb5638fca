package edgeai.coordinator.metrics;

import edgeai.common.guard.Failures;
import edgeai.common.live.LiveChannel;
import edgeai.common.metrics.StageTimes;
import edgeai.coordinator.alert.AlertRaised;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.InFlight;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.live.LiveFeed;
import edgeai.coordinator.result.FrameSeen;
import edgeai.coordinator.result.ResultIntake;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.roster.Roster;
import edgeai.coordinator.store.LedgerWriter;
import edgeai.coordinator.stream.StreamHub;
import edgeai.coordinator.upload.UploadStage;
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
import java.util.Locale;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** What Prometheus sees of the pool beside the MicroProfile metrics. */
@ApplicationScoped
public class PoolMetrics {
  @Inject private Fleet fleet;
  @Inject private Roster roster;
  @Inject private Dispatcher dispatcher;
  @Inject private InFlight out;
  @Inject private DispatchFigures dispatch;
  @Inject private Jobs jobs;
  @Inject private ResultIntake intake;
  @Inject private RunningTotals totals;
  @Inject private LedgerWriter ledger;
  @Inject private StreamHub stream;
  @Inject private UploadStage uploads;
  @Inject private DecodeStage decode;
  @Inject private LiveFeed feed;
  @Inject private StageTimes times;
  @Inject private Failures failures;

  private Histogram inference;
  private Counter alerts;

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
    gauge("edge_queue_pending_frames", "Frames waiting for a worker.", dispatcher::pending);
    gauge("edge_frames_in_flight", "Frames at workers.", out::size);
    gauge("edge_ledger_queue_entries", "Entries waiting to be written.", ledger::depth);
    gauge("edge_jobs_queued", "Jobs waiting for their turn.", jobs::queued);
    gauge("edge_stream_viewers", "Viewers of the live stream.", stream::viewers);
    gauge("edge_websocket_clients", "Listeners on the WebSocket.", feed::clients);
    gauge("edge_uploads_running", "Uploads on their way.", uploads::running);
    gauge("edge_decoders_waiting", "Decoders that wait for work.", decode::waiting);
    counter("edge_frame_retries_total", "Attempts beyond a frame's first.", dispatch::retries);
    counter("edge_frames_failed_total", "Frames that failed for good.", dispatch::failures);
    counter(
        "edge_duplicate_results_total",
        "Results for frames that had one.",
        () -> intake.duplicates() + dispatch.overtaken());
    counter(
        "edge_hedges_total",
        "Attempts begun while another worker had the frame.",
        dispatch::hedges);
    gauge(
        "edge_workers_quarantined",
        "Workers whose answers are not believed at present.",
        fleet::quarantined);
    counter(
        "edge_frames_total",
        "Frames with a result, since the data began.",
        () -> totals.summary().totalFrames());
    counter(
        "edge_websocket_dropped_messages_total",
        "Messages that listeners lost because they read too slowly.",
        feed::dropped);
    labelled();
  }

  private void labelled() {
    CounterWithCallback.builder()
        .name("edge_websocket_closed_total")
        .help("Listeners that the server turned away or closed.")
        .labelNames("reason")
        .callback(
            callback -> {
              for (LiveChannel.End end : LiveChannel.End.values()) {
                callback.call(feed.ended(end), end.name().toLowerCase(Locale.ROOT));
              }
            })
        .register();
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
            callback ->
                roster.list().stream()
                    .collect(Collectors.groupingBy(w -> w.status(), Collectors.counting()))
                    .forEach((status, n) -> callback.call(n, status)))
        .register();
  }

  private static void gauge(String name, String help, DoubleSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
        .register();
  }

  private static void counter(String name, String help, DoubleSupplier value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call(value.getAsDouble()))
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
