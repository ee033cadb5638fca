package edgeai.coordinator.picture;

import edgeai.common.error.Conflict;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.Malformed;
import edgeai.common.http.Body;
import edgeai.common.http.PrintableId;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.request.FrameTaskReader;
import edgeai.common.vision.UnreadablePictureException;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameTask;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.frame.FrameNonce;
import edgeai.coordinator.model.LocalInference;
import edgeai.coordinator.result.PostedFrames;
import edgeai.settings.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalDouble;

/** Single pictures through the coordinator's own local worker, and the queue's acknowledgement. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProcessFrameResource {
  private final LocalInference inference;
  private final PostedFrames posted;

  /** The answer an agent gives too: how many detections there are. */
  public record Processed(String status, String taskId, int detections) {}

  /** The answer of {@code POST /detect}. */
  public record Detected(List<Detection> detections, double processingTimeMs, String model) {}

  @Inject
  public ProcessFrameResource(LocalInference inference, PostedFrames posted) {
    this.inference = inference;
    this.posted = posted;
  }

  /** For the container's proxy. */
  ProcessFrameResource() {
    this(null, null);
  }

  @POST
  @Path("process-frame")
  @Consumes(MediaType.APPLICATION_JSON)
  public Processed processFrame(
      InputStream body, @HeaderParam(FrameNonce.HEADER) String nonceOfCoordinator) {
    if (nonceOfCoordinator != null) {
      // whatever it takes for a worker: counted here, a frame of a job would count twice
      throw new Conflict("This is a frame on its way to a worker, and this is a coordinator.");
    }
    FrameTask task = FrameTaskReader.read(body);
    byte[] jpeg = FrameTaskReader.picture(task);
    try {
      InferenceOutcome outcome = inference.infer(jpeg, Tiles.WHOLE, OptionalDouble.empty());
      posted.store(
          task.frameId(), Fleet.LOCAL_ID, outcome.detections(), outcome.processingTimeMs(), jpeg);
      return new Processed("ok", task.taskId(), outcome.detections().size());
    } catch (UnreadablePictureException e) {
      throw new Malformed("jpeg_b64 is no picture: %s".formatted(e.getMessage()));
    }
  }

  /** Detections of one picture, at once; nothing is stored. */
  @POST
  @Path("detect")
  @Consumes(MediaType.WILDCARD)
  public Detected detect(
      InputStream body,
      @HeaderParam("Content-Type") String type,
      @QueryParam("confidence") String confidence,
      @QueryParam("tiles") String tiles) {
    PictureType declared = PictureType.require("/detect", type);
    byte[] picture = declared.checked(Body.read(body, FrameTaskReader.MAX_BYTES));
    try {
      InferenceOutcome outcome = inference.infer(picture, tiles(tiles), threshold(confidence));
      return new Detected(outcome.detections(), outcome.roundedMs(), outcome.model());
    } catch (UnreadablePictureException e) {
      throw new Malformed("The body is no picture: %s".formatted(e.getMessage()));
    }
  }

  private static Tiles tiles(String asked) {
    return asked == null
        ? Tiles.WHOLE
        : Tiles.of(asked)
            .orElseThrow(() -> new InvalidInput("tiles must be %s.".formatted(Tiles.ALLOWED)));
  }

  private static OptionalDouble threshold(String confidence) {
    if (confidence == null) {
      return OptionalDouble.empty();
    }
    try {
      double asked = Double.parseDouble(confidence);
      if (asked >= 0 && asked <= 1) {
        return OptionalDouble.of(asked);
      }
    } catch (NumberFormatException e) {
      throw new InvalidInput("confidence must be a number from 0 to 1.");
    }
    throw new InvalidInput("confidence must be a number from 0 to 1.");
  }

  /**
   * Agents acknowledge each task; the queue forgets a task by its result, so this changes nothing.
   */
  @POST
  @Path("queue/acknowledge/{task_id}")
  public Confirmation acknowledge(@PathParam("task_id") String taskId) {
    PrintableId.require("task_id", taskId);
    return Confirmation.of("Task %s acknowledged.".formatted(taskId));
  }
}
