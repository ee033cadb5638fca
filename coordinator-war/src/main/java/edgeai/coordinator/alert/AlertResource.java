package edgeai.coordinator.alert;

import edgeai.common.door.Asker;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.PostedAlert;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.fleet.Owner;
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
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AlertResource {
  /** Five hundred boxes: 200 alerts are kept in memory. */
  private static final long MAX_BYTES = 64 << 10;

  private final AlertLog log;
  private final Fleet fleet;
  private final Clock clock;

  @Inject
  public AlertResource(AlertLog log, Fleet fleet, Clock clock) {
    this.log = log;
    this.fleet = fleet;
    this.clock = clock;
  }

  /** For the container's proxy. */
  AlertResource() {
    this(null, null, null);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "A worker raises an alert", description = "Read leniently. 64 kB at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = PostedAlert.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"worker_id\":\"laptop-7\",\"frame_id\":42,\"timestamp\":\"2026-11-29T10:15:30Z\",\"detections\":[],\"alert_labels\":[\"person\",\"truck\"],\"level\":\"critical\",\"message\":\"A "
                              + "person beside a truck.\"}")))
  @APIResponse(
      responseCode = "201",
      description = "It is in the list.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = Confirmation.class)))
  @APIResponse(responseCode = "409", description = "The worker is another's.")
  @APIResponse(responseCode = "413", description = "It has more than 64 kB.")
  public Response post(InputStream body, @Context HttpServletRequest request) {
    JsonInput in = JsonInput.parse(body, MAX_BYTES);
    AlertInput.Posted posted = AlertInput.posted(in, clock.instant());
    fleet.requireOwn(posted.alert().workerId(), new Owner(Asker.of(request).owner()));
    log.post(posted.alert(), posted.reportedTimestamp());
    return Response.status(Response.Status.CREATED)
        .entity(Confirmation.of("Alert received."))
        .build();
  }

  /** Somebody has seen it: it is shown, and counts on, but calls nobody any more. */
  @POST
  @Path("{alert_id}/acknowledge")
  @Operation(
      summary = "Somebody has seen an alert",
      description = "It is shown, and counts on, but calls nobody any more.")
  @APIResponseSchema(value = Confirmation.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such alert; 200 are kept.")
  public Confirmation acknowledge(
      @Parameter(description = "its `alert_id`") @PathParam("alert_id") String alertId) {
    boolean isNumber = alertId.matches("\\d{1,18}");
    if (!isNumber || !log.acknowledge(Long.parseLong(alertId))) {
      throw new NotFound("There is no alert %s; 200 are kept.".formatted(alertId));
    }
    return Confirmation.of("Alert %s is acknowledged.".formatted(alertId));
  }

  @GET
  @Operation(summary = "Alerts, newest first", description = "At most 200.")
  public List<LoggedAlert> list() {
    return log.newest();
  }
}
