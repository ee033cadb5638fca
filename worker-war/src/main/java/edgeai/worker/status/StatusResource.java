package edgeai.worker.status;

import edgeai.common.http.MetricsNegotiation;
import edgeai.common.inference.EngineInUse;
import edgeai.common.inference.PieceInference;
import edgeai.common.metrics.Exposition;
import edgeai.common.metrics.LatencyWindow;
import edgeai.common.vision.ModelCard;
import edgeai.worker.camera.CameraNode;
import edgeai.worker.camera.CameraStatus;
import edgeai.worker.enrol.Enrolment;
import edgeai.worker.infer.InferenceStage;
import edgeai.worker.infer.PieceStage;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /health} and {@code GET /metrics} of a worker. */
@Path("/")
@ApplicationScoped
public class StatusResource {
  private final WorkerSettings settings;
  private final InferenceStage inference;
  private final PieceStage pieces;
  private final EngineInUse engine;
  private final Enrolment enrolment;
  private final CameraNode camera;
  private final WorkerMetrics metrics;
  private final Exposition exposition;

  @Inject
  public StatusResource(
      WorkerSettings settings,
      InferenceStage inference,
      PieceStage pieces,
      EngineInUse engine,
      Enrolment enrolment,
      CameraNode camera,
      WorkerMetrics metrics,
      Exposition exposition) {
    this.settings = settings;
    this.inference = inference;
    this.pieces = pieces;
    this.engine = engine;
    this.enrolment = enrolment;
    this.camera = camera;
    this.metrics = metrics;
    this.exposition = exposition;
  }

  /** For the container's proxy. */
  StatusResource() {
    this(null, null, null, null, null, null, null, null);
  }

  /**
   * @param ready whether the model is warm, the coordinator knows this worker and its camera
   *     watches
   * @param coordinator null for a camera that serves none
   * @param inputSize such as {@code 640x640}
   * @param licence as the model names it, null where it names none
   * @param note why this worker has no model that the pool can use, or why {@code auto} fell back
   *     to the CPU, else null
   * @param camera null for a worker that is no camera
   */
  public record Health(
      String status,
      String workerId,
      boolean ready,
      String coordinator,
      String model,
      String modelSha256,
      List<String> classes,
      String inputSize,
      String provider,
      String licence,
      String note,
      CameraStatus camera) {}

  /** Frames done since the start, and per second over the last 10 s. */
  public record FrameCounts(long total, double fps) {}

  /**
   * Pieces of video.
   *
   * @param total begun since the start
   * @param frames inferred of them
   * @param places for pieces at the same time
   * @param waitingFrames decoded, and not inferred yet
   */
  public record PieceCounts(long total, long frames, int inflight, int places, int waitingFrames) {
    static PieceCounts of(PieceInference pieces) {
      return new PieceCounts(
          pieces.figures().pieces(),
          pieces.figures().frames(),
          pieces.inFlight(),
          pieces.most(),
          pieces.waitingFrames());
    }
  }

  /** The answer of {@code /metrics} to those who take JSON. */
  public record Metrics(
      String workerId,
      FrameCounts frames,
      LatencyWindow.Snapshot latencyMs,
      int inflight,
      PieceCounts pieces,
      String model,
      String provider,
      CameraStatus camera,
      Instant systemStartTime) {}

  @GET
  @Path("health")
  public Health health() {
    Optional<ModelCard> card = engine.card();
    return new Health(
        "ok",
        settings.workerId(),
        card.isPresent() && enrolment.isEnrolled() && camera.isReady(),
        settings.coordinator().map(URI::toString).orElse(null),
        card.map(ModelCard::name).orElse(null),
        card.map(ModelCard::sha256).orElse(null),
        card.map(ModelCard::classes).orElse(null),
        card.map(ModelCard::inputSize).orElse(null),
        card.map(ModelCard::provider).orElse(null),
        card.map(ModelCard::licence).orElse(null),
        enrolment.trouble().or(() -> card.map(ModelCard::note)).orElse(null),
        camera.status().orElse(null));
  }

  @GET
  @Path("metrics")
  public Response metrics(@HeaderParam("Accept") String accept) {
    return MetricsNegotiation.wantsJson(accept)
        ? Response.ok(json(), MediaType.APPLICATION_JSON).build()
        : Response.ok(exposition.text(), Exposition.CONTENT_TYPE).build();
  }

  private Metrics json() {
    Optional<ModelCard> card = engine.card();
    return new Metrics(
        settings.workerId(),
        new FrameCounts(engine.figures().pictures(), engine.figures().perSecond()),
        engine.figures().latency(),
        inference.inFlight(),
        PieceCounts.of(pieces.pieces()),
        card.map(ModelCard::name).orElse(null),
        card.map(ModelCard::provider).orElse(null),
        camera.status().orElse(null),
        metrics.startedAt());
  }
}
