package edgeai.worker.status;

import edgeai.common.guard.Failures;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.PieceFigures;
import edgeai.common.inference.PieceInference;
import edgeai.common.metrics.Figures;
import edgeai.common.metrics.ShedCounts;
import edgeai.common.metrics.StageTimes;
import edgeai.worker.camera.CameraNode;
import edgeai.worker.camera.CameraStatus;
import edgeai.worker.infer.InferenceStage;
import edgeai.worker.infer.PieceStage;
import edgeai.worker.settings.WorkerSettings;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** What Prometheus sees of a worker beside the MicroProfile metrics. */
@ApplicationScoped
public class WorkerMetrics {
  private final InferenceStage inference;
  private final PieceStage pieces;
  private final EngineInUse engine;
  private final WorkerSettings settings;
  private final CameraNode camera;
  private final Clock clock;
  private final StageTimes times;
  private final Failures failures;

  private Instant startedAt;

  @Inject
  public WorkerMetrics(
      InferenceStage inference,
      PieceStage pieces,
      EngineInUse engine,
      WorkerSettings settings,
      CameraNode camera,
      Clock clock,
      StageTimes times,
      Failures failures) {
    this.inference = inference;
    this.pieces = pieces;
    this.engine = engine;
    this.settings = settings;
    this.camera = camera;
    this.clock = clock;
    this.times = times;
    this.failures = failures;
  }

  /** For the container's proxy. */
  WorkerMetrics() {
    this(null, null, null, null, null, null, null, null);
  }

  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    startedAt = clock.instant();
    times.register();
    failures.register();
    Figures.counter(
        "edge_worker_frames_total",
        "Frames inferred since the start.",
        () -> engine.figures().pictures());
    Figures.gauge(
        "edge_worker_frames_in_flight",
        "Frames at this worker at this moment.",
        inference::inFlight);
    ShedCounts.register(
        "edge_worker_frames_shed_total", "Frames that this worker turned away.", inference::shed);
    registerPieces();
    if (settings.camera().isPresent()) {
      registerCamera();
    }
  }

  private void registerPieces() {
    ShedCounts.register(
        "edge_worker_pieces_shed_total",
        "Pieces that this worker turned away.",
        () -> pieces.pieces().shed());
    pieceCounter("pieces", "Pieces of video begun since the start.", PieceFigures::pieces);
    pieceCounter(
        "piece_frames", "Frames of pieces inferred since the start.", PieceFigures::frames);
    pieceCounter(
        "piece_frames_reused",
        "Frames of pieces that showed nothing new, and were not inferred, since the start.",
        PieceFigures::reusedFrames);
    pieceGauge(
        "pieces_in_flight", "Pieces at this worker at this moment.", PieceInference::inFlight);
    pieceGauge("piece_places", "Pieces it takes at the same time.", PieceInference::most);
    pieceGauge(
        "piece_frames_waiting",
        "Frames of pieces that are decoded and wait to be inferred.",
        PieceInference::waitingFrames);
    pieceGauge(
        "piece_decoders_waiting",
        "Decoders that wait for the next piece of their jobs.",
        PieceInference::waitingDecoders);
    pieceGauge("piece_bytes_held", "Pixels of pieces that are held.", PieceInference::heldBytes);
  }

  private void pieceCounter(String name, String help, ToLongFunction<PieceFigures> value) {
    Figures.counter(
        "edge_worker_%s_total".formatted(name),
        help,
        () -> value.applyAsLong(pieces.pieces().figures()));
  }

  private void pieceGauge(String name, String help, ToLongFunction<PieceInference> value) {
    Figures.gauge("edge_worker_" + name, help, () -> value.applyAsLong(pieces.pieces()));
  }

  private void registerCamera() {
    cameraCounter("captured_frames", "Frames taken from the source.", CameraStatus::framesCaptured);
    cameraCounter(
        "shed_frames",
        "Frames not inferred, as a newer one came or the model was busy.",
        CameraStatus::framesShed);
    cameraCounter(
        "reused_frames",
        "Frames that showed nothing new, and were not inferred.",
        CameraStatus::framesReused);
    cameraGauge("running", "0 while the admin server wants it stopped.", this::isRunning);
    cameraGauge("source_open", "1 while the source gives frames.", CameraStatus::watching);
    cameraGauge("commands_connected", "1 while it hears the admin server.", CameraStatus::commands);
  }

  private boolean isRunning(CameraStatus status) {
    return status.state().equals("running");
  }

  private void cameraCounter(String name, String help, ToLongFunction<CameraStatus> value) {
    CounterWithCallback.builder()
        .name("edge_camera_%s_total".formatted(name))
        .help(help)
        .callback(callback -> camera.status().map(value::applyAsLong).ifPresent(callback::call))
        .register();
  }

  private void cameraGauge(String name, String help, Predicate<CameraStatus> value) {
    GaugeWithCallback.builder()
        .name("edge_camera_" + name)
        .help(help)
        .callback(
            callback -> camera.status().map(s -> value.test(s) ? 1 : 0).ifPresent(callback::call))
        .register();
  }

  Instant startedAt() {
    return startedAt;
  }

  @PreDestroy
  void unregister() {
    PrometheusRegistry.defaultRegistry.clear();
  }
}
