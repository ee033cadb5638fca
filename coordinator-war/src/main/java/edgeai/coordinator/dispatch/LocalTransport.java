package edgeai.coordinator.dispatch;

import edgeai.common.error.Conflict;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.model.LocalInference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/** Frames for the worker inside the coordinator, on threads of the system: inference is native. */
@ApplicationScoped
public class LocalTransport implements FrameTransport {
  private final LocalInference inference;
  private final ExecutorService executor;
  private final DispatchFigures figures;

  @Inject
  public LocalTransport(
      LocalInference inference, @Named("infer") ExecutorService executor, DispatchFigures figures) {
    this.inference = inference;
    this.executor = executor;
    this.figures = figures;
  }

  /** For the container's proxy. */
  LocalTransport() {
    this(null, null, null);
  }

  @Override
  public CompletableFuture<WorkerAnswer> send(Frame frame, WorkerNode worker) {
    LocalCall call = new LocalCall(worker, () -> infer(frame), figures);
    LogSubject subject = LogContext.current();
    executor.execute(() -> LogContext.run(subject, call));
    return call;
  }

  private WorkerAnswer infer(Frame frame) {
    try {
      InferenceOutcome outcome =
          inference.run(
              frame.picture().encoded().cut(frame.tiles()),
              frame.confidence(),
              Optional.of(frame.source().model()));
      return new WorkerAnswer.Detected(outcome.detections(), outcome.processingTimeMs());
    } catch (UnreadablePictureException e) {
      return new WorkerAnswer.Declined(e.getMessage(), false);
    } catch (Conflict e) {
      return new WorkerAnswer.Lacking(e.getMessage());
    } catch (RuntimeException e) {
      return new WorkerAnswer.Declined("the model failed on it: " + e.getMessage(), true);
    }
  }
}
