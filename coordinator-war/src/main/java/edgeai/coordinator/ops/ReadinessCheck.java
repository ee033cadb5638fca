package edgeai.coordinator.ops;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code GET /mp-health/ready}: up once the start is complete and the model is warm. */
@Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  @Inject private Startup startup;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("coordinator").status(startup.isReady()).build();
  }
}
