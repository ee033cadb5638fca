package edgeai.coordinator.alert;

import edgeai.common.door.Asker;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.wire.Confirmation;
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

/** Alerts in, alerts out. */
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
  public Confirmation acknowledge(@PathParam("alert_id") String alertId) {
    boolean isNumber = alertId.matches("\\d{1,18}");
    if (!isNumber || !log.acknowledge(Long.parseLong(alertId))) {
      throw new NotFound("There is no alert %s; 200 are kept.".formatted(alertId));
    }
    return Confirmation.of("Alert %s is acknowledged.".formatted(alertId));
  }

  @GET
  public List<LoggedAlert> list() {
    return log.newest();
  }
}
