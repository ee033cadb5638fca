package edgeai.coordinator.dispatch;

import edgeai.common.inference.InferenceOutcome;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Frames for the worker inside the coordinator, on threads of the system: inference is native. */
@ApplicationScoped
public class LocalTransport implements FrameTransport {
  private final LocalInference inference;
  private final CoordinatorSettings settings;
  private final ExecutorService executor;

  @Inject
  public LocalTransport(
      LocalInference inference,
      CoordinatorSettings settings,
      @Named("infer") ExecutorService executor) {
    this.inference = inference;
    this.settings = settings;
    this.executor = executor;
  }

  /** For the container's proxy. */
  LocalTransport() {
    this(null, null, null);
  }

  /** What nobody waits for any more does not begin. */
  @Override
  public CompletableFuture<WorkerAnswer> send(Frame frame, WorkerNode worker) {
    return CompletableFuture.supplyAsync(() -> infer(frame), executor);
  }

  private WorkerAnswer infer(Frame frame) {
    try {
      double confidence = frame.confidence().orElse(settings.inference().confidence());
      InferenceOutcome outcome = inference.run(frame.picture().encoded(), confidence);
      return new WorkerAnswer.Detected(outcome.detections(), outcome.processingTimeMs());
    } catch (UnreadablePictureException e) {
      return new WorkerAnswer.Declined(e.getMessage(), false);
    } catch (RuntimeException e) {
      return new WorkerAnswer.Declined("the model failed on it: " + e.getMessage(), true);
    }
  }
}
