package edgeai.worker.ops;

import edgeai.worker.enrol.Enrolment;
import edgeai.worker.infer.InferenceStage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * {@code GET /mp-health/ready}: up once the model is warm and the coordinator knows this worker.
 */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  @Inject private InferenceStage inference;
  @Inject private Enrolment enrolment;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("worker")
        .status(inference.card().isPresent() && enrolment.isEnrolled())
        .build();
  }
}
