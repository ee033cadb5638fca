package edgeai.worker.ops;

import edgeai.worker.camera.CameraNode;
import edgeai.worker.enrol.Enrolment;
import edgeai.worker.infer.InferenceStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /mp-health/ready}: up once the model is warm, the coordinator knows this worker, where
 * it has one, and its camera watches, where it is one.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  @Inject private InferenceStage inference;
  @Inject private Enrolment enrolment;
  @Inject private CameraNode camera;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker")
        .status(inference.card().isPresent() && enrolment.isEnrolled() && camera.isReady())
        .build();
  }
}
