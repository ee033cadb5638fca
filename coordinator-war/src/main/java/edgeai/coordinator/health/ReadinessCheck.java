package edgeai.coordinator.health;

import edgeai.common.health.Readiness;
import edgeai.common.process.ServerEnding;
import edgeai.coordinator.settings.CoordinatorSettings;
import edgeai.coordinator.start.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * {@code GET /mp-health/ready}: up once the start is complete, while the local worker infers, where
 * there is one.
 */
@org.eclipse.microprofile.health.Readiness
@ApplicationScoped
public class ReadinessCheck implements HealthCheck {
  private final Startup startup;
  private final CoordinatorSettings settings;
  private final InferenceCheck check;

  private volatile boolean ending;

  @Inject
  public ReadinessCheck(Startup startup, CoordinatorSettings settings, InferenceCheck check) {
    this.startup = startup;
    this.settings = settings;
    this.check = check;
  }

  /** For the container's proxy. */
  ReadinessCheck() {
    this(null, null, null);
  }

  void onEnding(@Observes ServerEnding event) {
    ending = true;
  }

  @Override
  public HealthCheckResponse call() {
    return Readiness.of("coordinator", this::look);
  }

  private void look(Readiness readiness) {
    readiness
        .require(!ending, "this coordinator is ending")
        .require(startup.isReady(), "the start is not complete");
    if (!settings.inference().localWorker()) {
      readiness.note("inference", "none: LOCAL_WORKER=false");
    } else if (readiness.isUp()) {
      readiness.require(check.verdict());
    }
  }
}
