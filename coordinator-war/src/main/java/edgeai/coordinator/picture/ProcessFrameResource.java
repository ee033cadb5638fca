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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Single pictures through the coordinator's own local worker, and the queue's acknowledgement. */
@Tag(name = "Pictures")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ProcessFrameResource {
  private final LocalInference inference;
  private final PostedFrames posted;

  /**
   * The answer an agent gives too: how many detections there are.
   *
   * @param status always {@code ok}
   * @param taskId as it was sent
   * @param detections how many there are
   */
  public record Processed(String status, String taskId, int detections) {}

  /**
   * The answer of {@code POST /detect}.
   *
   * @param detections what was found
   * @param processingTimeMs from pixels to boxes
   * @param model name of the model
   */
  @Schema(name = "PictureDetected")
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
  @Operation(
      summary = "Infers one frame on the coordinator",
      description = "Stored, counted, streamed and judged like any result. 16 MB at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = FrameTask.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"task_id\":\"t-1\",\"frame_id\":42,\"jpeg_b64\":\"/9j/4AAQSkZJRg==\"}")))
  @APIResponseSchema(value = Processed.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "400", description = "No base64, or no picture.")
  @APIResponse(responseCode = "409", description = "It is a frame on its way to a worker.")
  @APIResponse(responseCode = "503", description = "There is no local worker, or it is full.")
  public Processed processFrame(
      InputStream body,
      @Parameter(hidden = true) @HeaderParam(FrameNonce.HEADER) String nonceOfCoordinator) {
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
  @Operation(
      summary = "Detects in one picture",
      description = "At once; nothing is stored. 16 MB at most.")
  @RequestBody(
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(type = SchemaType.STRING, format = "binary")),
        @Content(
            mediaType = "image/bmp",
            schema = @Schema(type = SchemaType.STRING, format = "binary"))
      })
  @APIResponseSchema(value = Detected.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "400", description = "The body is no picture.")
  @APIResponse(responseCode = "503", description = "There is no local worker, or it is full.")
  public Detected detect(
      InputStream body,
      @Parameter(hidden = true) @HeaderParam("Content-Type") String type,
      @Parameter(
              description =
                  "detections below are dropped, 0 to 1; the model's own where it is left out",
              schema = @Schema(type = SchemaType.NUMBER, minimum = "0", maximum = "1"))
          @QueryParam("confidence")
          String confidence,
      @Parameter(
              description = "into which it is cut: `1x1`, `2x1`, `3x2` or `auto`",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"1x1", "2x1", "3x2", "auto"}))
          @QueryParam("tiles")
          String tiles) {
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
  @Operation(
      summary = "An agent acknowledges a task",
      description =
          "Changes nothing: the queue forgets a task by its result. 200 also for one "
              + "that is gone.")
  public Confirmation acknowledge(
      @Parameter(description = "id of the task") @PathParam("task_id") String taskId) {
    PrintableId.require("task_id", taskId);
    return Confirmation.of("Task %s acknowledged.".formatted(taskId));
  }
}
