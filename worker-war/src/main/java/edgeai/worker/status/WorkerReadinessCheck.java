package edgeai.worker.status;

import edgeai.common.health.Canary;
import edgeai.common.health.Readiness;
import edgeai.common.inference.EngineInUse;
import edgeai.common.process.ServerEnding;
import edgeai.common.vision.ModelCard;
import edgeai.worker.camera.CameraNode;
import edgeai.worker.enrol.Enrolment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * {@code GET /mp-health/ready}: up while the model infers, the coordinator knows this worker, where
 * it has one, and its camera watches, where it is one.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class WorkerReadinessCheck implements HealthCheck {
  private final EngineInUse engine;
  private final Canary canary;
  private final Enrolment enrolment;
  private final CameraNode camera;

  private volatile boolean ending;

  @Inject
  public WorkerReadinessCheck(
      EngineInUse engine, Canary canary, Enrolment enrolment, CameraNode camera) {
    this.engine = engine;
    this.canary = canary;
    this.enrolment = enrolment;
    this.camera = camera;
  }

  /** For the container's proxy. */
  WorkerReadinessCheck() {
    this(null, null, null, null);
  }

  void onEnding(@Observes ServerEnding event) {
    ending = true;
  }

  @Override
  public HealthCheckResponse call() {
    return Readiness.of("worker", this::look);
  }

  private void look(Readiness readiness) {
    readiness
        .note("model", engine.card().map(ModelCard::name).orElse(null))
        .require(!ending, "this worker is ending")
        .require(
            engine.card().isPresent(), enrolment.trouble().orElse("this worker has no model yet"));
    if (readiness.isUp()) {
      readiness.require(canary.verdict());
    }
    readiness
        .require(enrolment.isEnrolled(), "the coordinator does not know this worker yet")
        .require(camera.isReady(), "the camera's source gives no frames");
  }
}
