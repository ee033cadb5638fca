package edgeai.coordinator.health;

import edgeai.common.health.Canary;
import edgeai.common.vision.CanaryPicture;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.result.FrameSeen;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Whether the coordinator's own worker infers at this moment. */
@ApplicationScoped
public class InferenceCheck {
  /** Above what a model may say of anything, so that nothing is found in the picture. */
  private static final double SUREST = 1;

  @Inject private LocalInference inference;
  @Inject private Clock clock;

  @Resource(lookup = "java:app/concurrent/canary")
  private ManagedExecutorService executor;

  private Canary canary;
  private volatile Instant lastFrame;

  @PostConstruct
  void prepare() {
    canary =
        new Canary(
            () -> inference.infer(CanaryPicture.jpeg(), SUREST),
            () -> Optional.ofNullable(lastFrame),
            executor,
            clock);
  }

  /** A result that was only posted has no picture, and proves nothing. */
  void onFrame(@Observes FrameSeen seen) {
    if (seen.jpeg() != null && seen.result().workerId().equals(Fleet.LOCAL_ID)) {
      lastFrame = clock.instant();
    }
  }

  Canary.Verdict verdict() {
    return canary.verdict();
  }
}
