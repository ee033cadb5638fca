package edgeai.coordinator.health;

import edgeai.common.health.Canary;
import edgeai.coordinator.model.PoolModel;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether the coordinator's own worker infers at this moment. */
@ApplicationScoped
public class InferenceCheck {
  @Inject private PoolModel model;

  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService executor;

  private Canary canary;

  @PostConstruct
  void prepare() {
    canary = model.engine().canary(executor);
  }

  Canary.Verdict verdict() {
    return canary.verdict();
  }
}
