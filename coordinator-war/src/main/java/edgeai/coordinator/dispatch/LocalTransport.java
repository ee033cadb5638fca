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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

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

  @Override
  public WorkerAnswer send(Frame frame, WorkerNode worker) throws InterruptedException {
    Future<WorkerAnswer> answer = executor.submit(() -> infer(frame));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      // what nobody waits for any more need not begin
      answer.cancel(false);
    }
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
