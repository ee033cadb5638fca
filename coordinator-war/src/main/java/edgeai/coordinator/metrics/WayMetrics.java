package edgeai.coordinator.metrics;

import edgeai.common.metrics.Figures;
import edgeai.coordinator.decode.DecodeStage;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.result.Pace;
import edgeai.coordinator.result.ResultIntake;
import edgeai.coordinator.upload.UploadStage;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** What Prometheus sees of the stages on a frame's way: what waits, and what went wrong. */
@ApplicationScoped
public class WayMetrics {
  private final UploadStage uploads;
  private final Jobs jobs;
  private final DecodeStage decode;
  private final SystemView view;
  private final DispatchFigures dispatch;
  private final ResultIntake intake;
  private final OpenFrames open;
  private final Pace pace;

  @Inject
  WayMetrics(
      UploadStage uploads,
      Jobs jobs,
      DecodeStage decode,
      SystemView view,
      DispatchFigures dispatch,
      ResultIntake intake,
      OpenFrames open,
      Pace pace) {
    this.uploads = uploads;
    this.jobs = jobs;
    this.decode = decode;
    this.view = view;
    this.dispatch = dispatch;
    this.intake = intake;
    this.open = open;
    this.pace = pace;
  }

  /** For the container's proxy. */
  WayMetrics() {
    this(null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    // the observer's event creates this bean; its metrics are made below
  }

  @PostConstruct
  void register() {
    Figures.gauge("edge_uploads_running", "Uploads on their way.", uploads::running);
    Figures.gauge("edge_jobs_queued", "Jobs waiting for their turn.", jobs::queued);
    Figures.gauge("edge_decoders_waiting", "Decoders that wait for work.", decode::waiting);
    Figures.gauge("edge_queue_pending_frames", "Frames waiting for a worker.", view::pending);
    Figures.gauge(
        "edge_queue_oldest_frame_seconds",
        "Age of the oldest frame that waits for a worker by itself, and not in a piece.",
        () -> view.oldestPending().toMillis() / 1000.0);
    Figures.gauge("edge_frames_in_flight", "Frames at workers.", view::inFlight);
    Figures.gauge("edge_pieces_in_flight", "Pieces at workers.", view::piecesInFlight);
    Figures.counter("edge_pieces_total", "Pieces of video that went to workers.", dispatch::pieces);
    Figures.counter(
        "edge_frames_submitted_total", "Frames of jobs that were begun with.", open::added);
    Figures.counter(
        "edge_frames_reused_total",
        "Frames that showed nothing new, and were not inferred.",
        pace::reused);
    pace.register();
    Figures.counter(
        "edge_frame_retries_total", "Attempts beyond a frame's first.", dispatch::retries);
    Figures.counter("edge_frames_failed_total", "Frames that failed for good.", dispatch::failures);
    Figures.counter(
        "edge_duplicate_results_total",
        "Results for frames that had one.",
        () -> intake.duplicates() + dispatch.overtaken());
    Figures.gauge(
        "edge_local_inferences_left",
        "Inferences of the coordinator's own worker that go on although they were given up.",
        dispatch::inferencesLeft);
    Figures.counter(
        "edge_hedges_total",
        "Attempts begun while another worker had the frame.",
        dispatch::hedges);
    CounterWithCallback.builder()
        .name("edge_spot_checks_total")
        .help("Frames that a second worker did as well, to compare.")
        .labelNames("outcome")
        .callback(
            callback -> {
              callback.call(dispatch.checksAgreed(), "agreed");
              callback.call(dispatch.checksDisagreed(), "disagreed");
              callback.call(dispatch.checksLapsed(), "lapsed");
            })
        .register();
  }
}
