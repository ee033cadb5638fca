package edgeai.worker.infer;

import edgeai.common.http.JsonOutput;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.wire.Detection;
import edgeai.worker.coordinator.CoordinatorClient;
import edgeai.worker.settings.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** What is posted to {@code /results}. */
  public record Result(
      String workerId, long frameId, List<Detection> detections, double processingTimeMs) {}

  /** The answer once the coordinator has the result. */
  public record Delivered(String status, String taskId, int detections) {}

  /** The answer where it could not be told: the result itself. */
  public record Undelivered(String status, String taskId, Result result) {}

  Object deliver(String taskId, long frameId, InferenceOutcome outcome) {
    Result result =
        new Result(settings.workerId(), frameId, outcome.detections(), outcome.roundedMs());
    if (posted(taskId, result)) {
      return new Delivered("ok", taskId, outcome.detections().size());
    }
    return new Undelivered("result_delivery_failed", taskId, result);
  }

  private boolean posted(String taskId, Result result) {
    try {
      int status = coordinator.post("/results", JsonOutput.write(result)).statusCode();
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
