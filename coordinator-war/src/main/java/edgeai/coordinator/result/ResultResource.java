package edgeai.coordinator.result;

import edgeai.common.error.NotFound;
import edgeai.common.http.JsonOutput;
import edgeai.common.http.LongAnswers;
import edgeai.common.request.ResultReader;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedResult;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Results in, results out. */
@Tag(name = "Results")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ResultResource {
  private final ResultIntake intake;
  private final RunningTotals totals;
  private final FrameRepository frames;
  private final OtherResultRepository others;
  private final NewestResults newest;
  private final LongAnswers answers;
  private final Fleet fleet;
  private final CoordinatorSettings settings;

  /**
   * What {@code GET /results} answers behind its frames.
   *
   * @param totalFramesProcessed since the data began
   * @param totalDetections since the data began
   * @param objectCounts how many of each label
   * @param workerSummary frames of each worker
   * @param removedFrames those of them whose jobs were removed
   */
  @Schema(name = "AllResults")
  public record Results(
      long totalFramesProcessed,
      long totalDetections,
      Map<String, Long> objectCounts,
      Map<String, Long> workerSummary,
      long removedFrames) {}

  @Inject
  public ResultResource(
      ResultIntake intake,
      RunningTotals totals,
      FrameRepository frames,
      OtherResultRepository others,
      NewestResults newest,
      LongAnswers answers,
      Fleet fleet,
      CoordinatorSettings settings) {
    this.intake = intake;
    this.totals = totals;
    this.frames = frames;
    this.others = others;
    this.newest = newest;
    this.answers = answers;
    this.fleet = fleet;
    this.settings = settings;
  }

  /** For the container's proxy. */
  ResultResource() {
    this(null, null, null, null, null, null, null, null);
  }

  @POST
  @Path("frame-result")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A worker posts labels",
      description =
          "Each label becomes a detection of confidence 1 with a box of zeros. The "
              + "worker need not be registered. 4 MB at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "frame_id",
                            type = SchemaType.INTEGER,
                            description = "1 to 2^53-1"),
                        @SchemaProperty(
                            name = "worker_id",
                            type = SchemaType.STRING,
                            description = "who did it"),
                        @SchemaProperty(
                            name = "detected_objects",
                            type = SchemaType.ARRAY,
                            implementation = String.class,
                            description = "labels, one for each object"),
                        @SchemaProperty(
                            name = "processing_time",
                            type = SchemaType.NUMBER,
                            description = "in seconds")
                      },
                      requiredProperties = {"frame_id", "worker_id"}),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"frame_id\":42,\"worker_id\":\"laptop-7\",\"detected_objects\":[\"car\",\"car\"],\"processing_time\":0.12}")))
  @APIResponse(
      responseCode = "201",
      description =
          "It is stored; the first result of a frame is final, and answered again for "
              + "later ones.",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      allOf = Confirmation.class,
                      properties =
                          @SchemaProperty(name = "data", implementation = FrameResult.class),
                      requiredProperties = "data")))
  @APIResponse(responseCode = "409", description = "The worker is another's, or quarantined.")
  public Response frameResult(InputStream body, @Context HttpServletRequest request) {
    return stored(intake.posted(ResultReader.readLabels(body), Sender.of(request)));
  }

  @POST
  @Path("results")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A worker posts a result",
      description =
          "Counts for a job where that frame was given to that worker, and once. Read "
              + "leniently. 4 MB at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PostedResult.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"worker_id\":\"laptop-7\",\"frame_id\":42,\"detections\":[{\"label\":\"car\",\"confidence\":0.91,\"box\":{\"x1\":10,\"y1\":20,\"x2\":110,\"y2\":90}}],\"processing_time_ms\":41.2}")))
  @APIResponse(
      responseCode = "201",
      description =
          "It is stored; the first result of a frame is final, and answered again for "
              + "later ones.",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      allOf = Confirmation.class,
                      properties =
                          @SchemaProperty(name = "data", implementation = FrameResult.class),
                      requiredProperties = "data")))
  @APIResponse(responseCode = "404", description = "The worker is not registered.")
  @APIResponse(responseCode = "409", description = "The worker is another's, or quarantined.")
  @APIResponse(
      responseCode = "422",
      description =
          "A field is missing or out of its bounds, or a box lies beyond the frame of a " + "job.")
  public Response results(InputStream body, @Context HttpServletRequest request) {
    PostedResult result = ResultReader.read(body);
    if (fleet.find(result.workerId()).isEmpty()) {
      throw new NotFound("There is no worker %s; it may register.".formatted(result.workerId()));
    }
    return stored(intake.posted(result, Sender.of(request)));
  }

  private static Response stored(FrameResult result) {
    return Response.status(Response.Status.CREATED)
        .entity(
            Confirmation.With.of("Result of frame %d stored.".formatted(result.frameId()), result))
        .build();
  }

  @GET
  @Path("results")
  @Operation(
      summary = "Totals and the newest frames",
      description = "At most `RESULTS_LISTED` (2,000) frames, ascending by `frame_id`.")
  @APIResponse(
      responseCode = "200",
      description = "Totals since the data began, and frames.",
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      allOf = Results.class,
                      properties =
                          @SchemaProperty(
                              name = "frames",
                              type = SchemaType.ARRAY,
                              implementation = FrameResult.class),
                      requiredProperties = "frames")))
  @APIResponse(responseCode = "503", description = "Six such lists are being written.")
  public StreamingOutput results() {
    ResultStage.Summary summary = totals.summary();
    Results results =
        new Results(
            summary.totalFrames(),
            summary.totalDetections(),
            summary.objectCounts(),
            summary.workerSummary(),
            summary.removedFrames());
    return listed("{\"frames\":", "," + JsonOutput.write(results).substring(1));
  }

  @GET
  @Path("results/summary")
  @Operation(summary = "Totals", description = "In constant time.")
  public ResultStage.Summary summary() {
    return totals.summary();
  }

  @GET
  @Path("results/frames")
  @Operation(
      summary = "The newest frames",
      description = "At most `RESULTS_LISTED` (2,000), ascending by `frame_id`.")
  @APIResponse(
      responseCode = "200",
      description = "Frames.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = FrameResult.class)))
  @APIResponse(responseCode = "503", description = "Six such lists are being written.")
  public StreamingOutput frames() {
    return listed("", "");
  }

  private StreamingOutput listed(String head, String tail) {
    return stream ->
        answers
            .lists()
            .write(
                stream,
                paced -> {
                  try (Writer out =
                      new BufferedWriter(
                          new OutputStreamWriter(paced, StandardCharsets.UTF_8), 1 << 16)) {
                    out.write(head);
                    newest.write(out, settings.resultsListed());
                    out.write(tail);
                  }
                });
  }

  @GET
  @Path("results/frames/{frame_id}")
  @Operation(summary = "A frame")
  @APIResponseSchema(value = FrameResult.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such frame.")
  public FrameResult frame(
      @Parameter(description = "id of the frame") @PathParam("frame_id") String text) {
    Optional<Long> id = frameId(text);
    return id.flatMap(frames::find)
        .or(() -> id.flatMap(others::find))
        .orElseThrow(() -> new NotFound("There is no frame %s.".formatted(text)));
  }

  private static Optional<Long> frameId(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
