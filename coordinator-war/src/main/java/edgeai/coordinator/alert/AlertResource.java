package edgeai.coordinator.alert;

import edgeai.common.http.JsonInput;
import edgeai.common.wire.Done;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** Alerts in, alerts out. */
@Path("/alerts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AlertResource {
  private static final long MAX_BYTES = 512 << 10;

  @Inject private AlertLog log;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response post(InputStream body) {
    log.post(AlertInput.read(JsonInput.parse(body, MAX_BYTES)));
    return Response.status(Response.Status.CREATED).entity(Done.of("Alert received.")).build();
  }

  @GET
  public List<LoggedAlert> list() {
    return log.newest();
  }
}
