package edgeai.admin.metrics;

import edgeai.admin.alert.CameraAlertLog;
import edgeai.admin.alert.CameraAlertRaised;
import edgeai.admin.analytics.DetectionIntake;
import edgeai.admin.analytics.LogDownloads;
import edgeai.admin.analytics.LogVolume;
import edgeai.admin.analytics.Retention;
import edgeai.admin.analytics.Totals;
import edgeai.admin.camera.Cameras;
import edgeai.admin.control.PendingCommands;
import edgeai.admin.live.AdminFeed;
import edgeai.admin.store.AdminDatabase;
import edgeai.admin.store.EventWriter;
import edgeai.common.guard.Failures;
import edgeai.common.live.LiveMetrics;
import edgeai.common.metrics.Figures;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What Prometheus sees of the admin server beside the MicroProfile metrics. */
@ApplicationScoped
public class AdminMetrics {
  private final Cameras cameras;
  private final DetectionIntake intake;
  private final Totals totals;
  private final Retention retention;
  private final LogVolume volume;
  private final LogDownloads downloads;
  private final CameraAlertLog alertLog;
  private final PendingCommands commands;
  private final EventWriter writer;
  private final AdminDatabase database;
  private final AdminFeed feed;
  private final Failures failures;

  private Counter alerts;

  @Inject
  public AdminMetrics(
      Cameras cameras,
      DetectionIntake intake,
      Totals totals,
      Retention retention,
      LogVolume volume,
      LogDownloads downloads,
      CameraAlertLog alertLog,
      PendingCommands commands,
      EventWriter writer,
      AdminDatabase database,
      AdminFeed feed,
      Failures failures) {
    this.cameras = cameras;
    this.intake = intake;
    this.totals = totals;
    this.retention = retention;
    this.volume = volume;
    this.downloads = downloads;
    this.alertLog = alertLog;
    this.commands = commands;
    this.writer = writer;
    this.database = database;
    this.feed = feed;
    this.failures = failures;
  }

  /** For the container's proxy. */
  AdminMetrics() {
    this(null, null, null, null, null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    failures.register();
    database.showConnections();
    alerts =
        Counter.builder()
            .name("edge_alerts_total")
            .help("Alerts raised.")
            .labelNames("level")
            .register();
    Figures.gauge("edge_ledger_queue_entries", "Entries waiting to be written.", writer::depth);
    Figures.gauge(
        "edge_commands_waiting", "Commands that wait for their camera.", commands::waiting);
    CounterWithCallback.builder()
        .name("edge_commands_total")
        .help("Commands to cameras, by whether a camera said in time that it obeyed.")
        .labelNames("outcome")
        .callback(
            callback -> {
              callback.call(commands.acknowledged(), "acknowledged");
              callback.call(commands.unanswered(), "unanswered");
            })
        .register();
    Figures.gauge("edge_downloads_running", "Downloads of the event log.", downloads::running);
    LiveMetrics.register(feed::clients, feed::dropped, feed::ended);
    Figures.counter("edge_events_total", "Detection events, since the data began.", totals::events);
    Figures.counter(
        "edge_events_as_other_total",
        "Events with a camera or label beyond those that count by name.",
        totals::asOther);
    Figures.counter(
        "edge_events_purged_total", "Events removed by age, number or size.", retention::purged);
    Figures.gauge(
        "edge_event_log_characters",
        "What the counts of the events in the log hold.",
        volume::charactersKept);
    Figures.gauge(
        "edge_event_series_rows",
        "Rows of the series: labels of cameras by minutes and hours.",
        volume::bucketsKept);
    Figures.counter(
        "edge_alerts_removed_total",
        "Alerts removed from the disk, since others came.",
        alertLog::removed);
    Figures.counter(
        "edge_duplicate_events_total",
        "Detections and alerts that came again.",
        () -> intake.duplicates() + alertLog.duplicates());
    Figures.counter(
        "edge_registrations_refused_total", "Cameras that found no place.", cameras::refused);
    labelled();
  }

  private void labelled() {
    CounterWithCallback.builder()
        .name("edge_detections_total")
        .help("Objects seen, since the data began.")
        .labelNames("label")
        .callback(callback -> totals.labels().forEach((label, n) -> callback.call(n, label)))
        .register();
  }

  void onAlert(@Observes CameraAlertRaised raised) {
    alerts.labelValues(raised.alert().level()).inc();
  }

  @PreDestroy
  void unregister() {
    PrometheusRegistry.defaultRegistry.clear();
  }
}
