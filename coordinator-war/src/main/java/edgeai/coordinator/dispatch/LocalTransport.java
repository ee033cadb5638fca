package edgeai.coordinator.dispatch;

import edgeai.common.inference.InferenceOutcome;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.coordinator.fleet.WorkerNode;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Frames for the worker inside the coordinator. */
@ApplicationScoped
public class LocalTransport implements FrameTransport {
  @Inject private LocalInference inference;
  @Inject private CoordinatorSettings settings;

  @Override
  public Answer send(Frame frame, WorkerNode worker) {
    try {
      double confidence = frame.confidence().orElse(settings.inference().confidence());
      InferenceOutcome outcome = inference.run(frame.picture().encoded(), confidence);
      return new Answer.Detected(outcome.detections(), outcome.processingTimeMs());
    } catch (UnreadablePictureException e) {
      return new Answer.Declined(e.getMessage(), false);
    } catch (RuntimeException e) {
      return new Answer.Declined("the model failed on it: " + e.getMessage(), true);
    }
  }
}
