package edgeai.admin.analytics;

import edgeai.admin.camera.CameraOwners;
import edgeai.common.door.Asker;
import edgeai.common.error.InvalidInput;
import edgeai.common.http.JsonInput;
import edgeai.common.http.PrintableId;
import edgeai.common.http.QueryText;
import edgeai.common.request.CameraEventReader;
import edgeai.common.request.Reported;
import edgeai.common.wire.CameraEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Detections in, the event log out. */
@Tag(name = "Detections")
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class DetectionResource {
  private static final int LISTED = 1_000;

  private final DetectionIntake intake;
  private final LogRepository log;
  private final LogDownloads downloads;
  private final CameraOwners owners;
  private final Clock clock;

  @Inject
  public DetectionResource(
      DetectionIntake intake,
      LogRepository log,
      LogDownloads downloads,
      CameraOwners owners,
      Clock clock) {
    this.intake = intake;
    this.log = log;
    this.downloads = downloads;
    this.owners = owners;
    this.clock = clock;
  }

  /** For the container's proxy. */
  DetectionResource() {
    this(null, null, null, null, null);
  }

  /**
   * The answer to an event.
   *
   * @param status always {@code ok}
   */
  @Schema(name = "DetectionTaken")
  public record Taken(String status) {}

  @POST
  @Path("camera-detection")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A camera saw something",
      description =
          "Answered once it is on disk. An `event_id` that is in the log is not counted "
              + "again. At most 200 labels. Read leniently.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CameraEvent.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"camera_id\":\"gate-7\",\"timestamp\":\"2026-11-29T10:15:30Z\",\"detected_vehicles\":3,\"vehicle_types\":[\"car\",\"truck\"],\"object_counts\":{\"car\":2,\"truck\":1},\"event_id\":\"6f1f3f0e-6a0d-4b7e-9a64-2f1f0d3f9b11\"}")))
  @APIResponseSchema(value = Taken.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "409", description = "The camera is another's.")
  public Taken take(InputStream body, @Context HttpServletRequest request) {
    Reported<CameraEvent> event = CameraEventReader.read(JsonInput.parse(body), clock.instant());
    owners.require(event.said().cameraId(), Asker.of(request));
    intake.take(event);
    return new Taken("ok");
  }

  /** Newest first; {@code Next-Cursor} leads to older ones. With a format: all, as a download. */
  @GET
  @Path("detections")
  @Operation(
      summary = "The log, newest first",
      description =
          "With a `format` of `csv` or `jsonl` all of it as a download. A request looks "
              + "at 100,000 events at most, so that with a `label` a page may be short and "
              + "still have a next one.")
  @APIResponse(
      responseCode = "200",
      description = "A page, or the file.",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(type = SchemaType.ARRAY, implementation = LoggedEvent.Line.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
        @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING))
      },
      headers =
          @Header(
              name = "Next-Cursor",
              description = "the `cursor` of the page that follows; absent on the last",
              schema = @Schema(type = SchemaType.STRING)))
  public Response list(
      @Parameter(description = "only of this camera") @QueryParam("camera_id") String cameraId,
      @Parameter(description = "only with this label") @QueryParam("label") String label,
      @Parameter(
              description = "only later than this instant",
              schema = @Schema(type = SchemaType.STRING, format = "date-time"))
          @QueryParam("since")
          String since,
      @Parameter(
              description = "how many at most, 1 to 1000",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + LISTED,
                      defaultValue = "100"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit,
      @Parameter(description = "from the header `Next-Cursor` of the page before")
          @QueryParam("cursor")
          String cursor,
      @Parameter(
              description = "`json`, `csv` or `jsonl`; `json` where it is left out",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"json", "csv", "jsonl"}))
          @QueryParam("format")
          String format) {
    LogQuery query =
        new LogQuery(
            cameraId == null ? null : PrintableId.require("camera_id", cameraId),
            label == null ? null : PrintableId.require("label", label),
            since == null ? LogQuery.EVER : QueryText.instant("since", since));
    LogCursor before = cursor == null ? LogCursor.START : LogCursor.read(cursor);
    int most = (int) QueryText.whole("limit", limit, 1, LISTED);
    return switch (format == null ? "json" : format) {
      case "json" -> page(query, before, most);
      case "csv" ->
          download("csv", "text/csv; charset=utf-8", out -> downloads.writeCsv(query, out));
      case "jsonl" ->
          download("jsonl", "application/x-ndjson", out -> downloads.writeJsonLines(query, out));
      default -> throw new InvalidInput("format must be json, csv or jsonl.");
    };
  }

  private static Response download(String ending, String type, StreamingOutput body) {
    return Response.ok(body, type)
        .header("Content-Disposition", "attachment; filename=\"detections.%s\"".formatted(ending))
        .build();
  }

  private Response page(LogQuery query, LogCursor before, int limit) {
    LogPage page = log.page(query, before, limit);
    Response.ResponseBuilder response =
        Response.ok(page.events().stream().map(LoggedEvent::line).toList());
    if (page.next() != null) {
      response.header("Next-Cursor", page.next().write());
    }
    return response.build();
  }
}
