package edgeai.worker.ops;

import edgeai.common.health.Canary;
import edgeai.common.vision.CanaryPicture;
import edgeai.worker.infer.InferenceStage;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Whether this worker's model infers at this moment. */
@ManagedExecutorDefinition(name = "java:app/concurrent/canary", maxAsync = 1)
@ApplicationScoped
public class InferenceCheck {
  @Inject private InferenceStage inference;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService executor;

  private Canary canary;

  @PostConstruct
  void prepare() {
    canary = new Canary(this::infer, inference::lastFrame, executor, clock);
  }

  private Void infer() throws Exception {
    inference.prove(CanaryPicture.jpeg());
    return null;
  }

  Canary.Verdict verdict() {
    return canary.verdict();
  }
}
