package edgeai.worker.infer;

import edgeai.common.error.InvalidInput;
import edgeai.common.http.Body;
import edgeai.common.http.PrintableId;
import edgeai.common.inference.InferenceOutcome;
import edgeai.common.log.LogContext;
import edgeai.common.log.LogSubject;
import edgeai.common.request.DetectionReader;
import edgeai.common.request.FrameTaskReader;
import edgeai.common.vision.EncodedPicture;
import edgeai.common.wire.Detection;
import edgeai.common.wire.FrameTask;
import edgeai.settings.Tiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code POST /process-frame}: a binary picture, or base64 JSON as agents take it. */
@Path("/process-frame")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FrameResource {
  private static final int MAX_SIDE = 1 << 16;

  private final InferenceStage inference;
  private final ResultDelivery delivery;
  private final SightingAlerts alerts;

  @Inject
  public FrameResource(InferenceStage inference, ResultDelivery delivery, SightingAlerts alerts) {
    this.inference = inference;
    this.delivery = delivery;
    this.alerts = alerts;
  }

  /** For the container's proxy. */
  FrameResource() {
    this(null, null, null);
  }

  /** The answer to a binary frame: its detections, in pixels of the picture. */
  public record Answered(
      String status,
      String taskId,
      long frameId,
      List<Detection> detections,
      double processingTimeMs) {}

  /** The same for a picture that was made smaller: in pixels of the frame it was made from. */
  public record AnsweredForFrame(
      String status,
      String taskId,
      long frameId,
      List<Detection> detections,
      double processingTimeMs,
      int frameWidth,
      int frameHeight) {}

  @POST
  @Consumes("image/*")
  public Object binary(
      InputStream body,
      @HeaderParam("Task-Id") String taskId,
      @HeaderParam("Frame-Id") String frameId,
      @HeaderParam("Frame-Width") String frameWidth,
      @HeaderParam("Frame-Height") String frameHeight,
      @HeaderParam("Tiles") String tiles,
      @HeaderParam("Confidence") String confidence,
      @HeaderParam("Model-Sha256") String model) {
    long id = frameId(frameId);
    String task = PrintableId.require("Task-Id", taskId == null ? "frame-" + id : taskId);
    byte[] jpeg = Body.read(body, FrameTaskReader.MAX_BYTES);
    EncodedPicture picture =
        frameWidth == null && frameHeight == null
            ? EncodedPicture.of(jpeg)
            : new EncodedPicture(
                jpeg, side("Frame-Width", frameWidth), side("Frame-Height", frameHeight));
    InferenceOutcome outcome = infer(id, picture.cut(tiles(tiles)), confidence(confidence), model);
    List<Detection> found = outcome.detections();
    double ms = outcome.roundedMs();
    alerts.see(id, found, ms);
    return picture.isReduced()
        ? new AnsweredForFrame("ok", task, id, found, ms, picture.width(), picture.height())
        : new Answered("ok", task, id, found, ms);
  }

  /** As an agent does: the result is posted first, then the number of detections is answered. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Object base64(InputStream body, @HeaderParam("Model-Sha256") String model) {
    FrameTask task = FrameTaskReader.readWithConfidence(body);
    OptionalDouble confidence =
        task.confidence() == null ? OptionalDouble.empty() : OptionalDouble.of(task.confidence());
    EncodedPicture picture = EncodedPicture.of(FrameTaskReader.picture(task));
    InferenceOutcome outcome = infer(task.frameId(), picture, confidence, model);
    alerts.see(task.frameId(), outcome.detections(), outcome.roundedMs());
    return delivery.deliver(task, outcome);
  }

  private InferenceOutcome infer(
      long id, EncodedPicture picture, OptionalDouble confidence, String model) {
    LogSubject before = LogContext.enter(LogSubject.NOTHING.withFrame(id));
    try {
      return inference.infer(picture, confidence, Optional.ofNullable(model));
    } finally {
      LogContext.leave(before);
    }
  }

  private static long frameId(String text) {
    try {
      long id = Long.parseLong(text == null ? "" : text);
      if (id >= 1 && id <= DetectionReader.MAX_FRAME_ID) {
        return id;
      }
    } catch (NumberFormatException e) {
      throw new InvalidInput("The header Frame-Id must be an integer from 1.");
    }
    throw new InvalidInput("The header Frame-Id must be an integer from 1.");
  }

  private static int side(String header, String text) {
    try {
      int pixels = Integer.parseInt(text == null ? "" : text);
      if (pixels >= 1 && pixels <= MAX_SIDE) {
        return pixels;
      }
    } catch (NumberFormatException e) {
      throw notASide(header);
    }
    throw notASide(header);
  }

  private static InvalidInput notASide(String header) {
    return new InvalidInput(
        "The header %s must be an integer from 1 to %d.".formatted(header, MAX_SIDE));
  }

  private static Tiles tiles(String text) {
    return text == null
        ? Tiles.WHOLE
        : Tiles.of(text)
            .orElseThrow(
                () -> new InvalidInput("The header Tiles must be %s.".formatted(Tiles.ALLOWED)));
  }

  private static OptionalDouble confidence(String text) {
    if (text == null) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return OptionalDouble.of(value);
      }
    } catch (NumberFormatException e) {
      throw new InvalidInput("The header Confidence must be a number from 0 to 1.");
    }
    throw new InvalidInput("The header Confidence must be a number from 0 to 1.");
  }
}
