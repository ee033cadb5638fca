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

/** Detections in, the event log out. */
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

  /** The answer to an event. */
  public record Taken(String status) {}

  @POST
  @Path("camera-detection")
  @Consumes(MediaType.APPLICATION_JSON)
  public Taken take(InputStream body, @Context HttpServletRequest request) {
    Reported<CameraEvent> event = CameraEventReader.read(JsonInput.parse(body), clock.instant());
    owners.require(event.said().cameraId(), Asker.of(request));
    intake.take(event);
    return new Taken("ok");
  }

  /** Newest first; {@code Next-Cursor} leads to older ones. With a format: all, as a download. */
  @GET
  @Path("detections")
  public Response list(
      @QueryParam("camera_id") String cameraId,
      @QueryParam("label") String label,
      @QueryParam("since") String since,
      @QueryParam("limit") @DefaultValue("100") String limit,
      @QueryParam("cursor") String cursor,
      @QueryParam("format") String format) {
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
