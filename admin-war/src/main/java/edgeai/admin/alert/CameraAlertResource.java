package edgeai.admin.alert;

import edgeai.admin.camera.CameraOwners;
import edgeai.common.door.Asker;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CameraAlertReader;
import edgeai.common.request.Reported;
import edgeai.common.wire.CameraAlert;
import edgeai.common.wire.Confirmation;
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
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts in, alerts out. */
@Tag(name = "Alerts")
@Path("/camera-alerts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CameraAlertResource {
  private final CameraAlertLog log;
  private final CameraOwners owners;
  private final Clock clock;

  @Inject
  public CameraAlertResource(CameraAlertLog log, CameraOwners owners, Clock clock) {
    this.log = log;
    this.owners = owners;
    this.clock = clock;
  }

  /** For the container's proxy. */
  CameraAlertResource() {
    this(null, null, null);
  }

  /**
   * The answer to an alert.
   *
   * @param status always {@code ok}
   */
  @Schema(name = "CameraAlertTaken")
  public record Taken(String status) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "A camera raises an alert", description = "Read leniently.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CameraAlert.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"camera_id\":\"gate-7\",\"timestamp\":\"2026-11-29T10:15:30Z\",\"alert_labels\":[\"person\",\"truck\"],\"level\":\"critical\",\"message\":\"A "
                              + "person beside a truck.\"}")))
  @APIResponse(
      responseCode = "201",
      description = "It is in the list.",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Taken.class)))
  @APIResponse(responseCode = "409", description = "The camera is another's.")
  public Response take(InputStream body, @Context HttpServletRequest request) {
    Reported<CameraAlert> alert = CameraAlertReader.posted(JsonInput.parse(body), clock.instant());
    owners.require(alert.said().cameraId(), Asker.of(request));
    log.take(alert);
    return Response.status(Response.Status.CREATED).entity(new Taken("ok")).build();
  }

  /** Somebody has seen it. */
  @POST
  @Path("{alert_id}/acknowledge")
  @Operation(summary = "Somebody has seen an alert")
  @APIResponseSchema(value = Confirmation.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(
      responseCode = "404",
      description = "There is no such alert; the newest 200 are kept.")
  public Confirmation acknowledge(
      @Parameter(description = "its `alert_id`") @PathParam("alert_id") String alertId) {
    boolean isNumber = alertId.matches("\\d{1,18}");
    if (!isNumber || !log.acknowledge(Long.parseLong(alertId))) {
      throw new NotFound("There is no alert %s; the newest 200 are kept.".formatted(alertId));
    }
    return Confirmation.of("Alert %s is acknowledged.".formatted(alertId));
  }

  @GET
  @Operation(summary = "Alerts, newest first", description = "At most 200.")
  public List<LoggedCameraAlert> list() {
    return log.list();
  }
}
