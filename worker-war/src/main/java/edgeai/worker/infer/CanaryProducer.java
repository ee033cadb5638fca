package edgeai.worker.infer;

import edgeai.common.health.Canary;
import edgeai.common.inference.EngineInUse;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives whoever asks what proves that this worker's model infers, on a thread of its own. */
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ApplicationScoped
public class CanaryProducer {
  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService executor;

  @Produces
  @Singleton
  Canary canary(EngineInUse engine) {
    return engine.canary(executor);
  }
}
