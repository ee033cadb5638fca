package edgeai.admin.alert;

import edgeai.common.http.JsonInput;
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
@Path("/camera-alerts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AlertResource {
  @Inject private AlertLog log;

  /** The answer to an alert. */
  public record Taken(String status) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response take(InputStream body) {
    log.take(CameraAlert.read(JsonInput.parse(body)));
    return Response.status(Response.Status.CREATED).entity(new Taken("ok")).build();
  }

  @GET
  public List<CameraAlert> list() {
    return log.list();
  }
}
