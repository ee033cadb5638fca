package edgeai.common.process;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * {@code GET /mp-health/live}: up while the application is deployed, with the token by which a
 * server knows itself.
 */
@Liveness
@ApplicationScoped
public class LifeCheck implements HealthCheck {
  private final Life life;

  @Inject
  public LifeCheck(Life life) {
    this.life = life;
  }

  /** For the container's proxy. */
  LifeCheck() {
    this(null);
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("process").up().withData("started_as", life.token()).build();
  }
}
