package edgeai.coordinator.health;

import edgeai.common.health.Canary;
import edgeai.coordinator.model.PoolModel;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Whether the coordinator's own worker infers at this moment. */
@ApplicationScoped
public class InferenceCheck {
  private final PoolModel model;
  private final ManagedExecutorService executor;

  private Canary canary;

  @Inject
  public InferenceCheck(PoolModel model, @Named("canary") ManagedExecutorService executor) {
    this.model = model;
    this.executor = executor;
  }

  /** For the container's proxy. */
  InferenceCheck() {
    this(null, null);
  }

  @PostConstruct
  void prepare() {
    canary = model.engine().canary(executor);
  }

  Canary.Verdict verdict() {
    return canary.verdict();
  }
}
