package edgeai.worker.infer;

import edgeai.common.inference.InferenceOutcome;
import edgeai.common.request.Requests;
import edgeai.common.wire.FrameTask;
import edgeai.common.wire.PostedResult;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/** Posts the result of a base64 frame to the coordinator, as an agent does. */
@ApplicationScoped
public class ResultDelivery {
  private static final Logger LOG = Logger.getLogger(ResultDelivery.class.getName());

  private final WorkerSettings settings;
  private final CoordinatorClient coordinator;

  @Inject
  public ResultDelivery(WorkerSettings settings, CoordinatorClient coordinator) {
    this.settings = settings;
    this.coordinator = coordinator;
  }

  /** For the container's proxy. */
  ResultDelivery() {
    this(null, null);
  }

  /** The answer once the coordinator has the result. */
  public record Delivered(String status, String taskId, int detections) {}

  /** The answer where it could not be told: the result itself. */
  public record Undelivered(String status, String taskId, PostedResult result) {}

  Object deliver(FrameTask task, InferenceOutcome outcome) {
    String taskId = task.taskId();
    PostedResult result =
        new PostedResult(
            settings.workerId(), task.frameId(), outcome.detections(), outcome.roundedMs());
    if (posted(taskId, result)) {
      return new Delivered("ok", taskId, outcome.detections().size());
    }
    return new Undelivered("result_delivery_failed", taskId, result);
  }

  private boolean posted(String taskId, PostedResult result) {
    try {
      int status = coordinator.post("/results", Requests.write(result)).statusCode();
      if (status == 201) {
        String task = URLEncoder.encode(taskId, StandardCharsets.UTF_8).replace("+", "%20");
        coordinator.post("/queue/acknowledge/" + task, "{}");
        return true;
      }
      LOG.log(Level.WARNING, "the coordinator answered {0} to a result", status);
    } catch (IOException | FaultToleranceException e) {
      LOG.log(Level.WARNING, "a result could not be posted: {0}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }
}
