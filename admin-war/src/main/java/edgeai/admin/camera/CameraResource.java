package edgeai.admin.camera;

import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CameraReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** How cameras join, stay and leave. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CameraResource {
  private final Cameras cameras;

  @Inject
  public CameraResource(Cameras cameras) {
    this.cameras = cameras;
  }

  /** For the container's proxy. */
  CameraResource() {
    this(null);
  }

  /** The answer to a heartbeat and to a removal. */
  public record Known(String status, String cameraId) {}

  @POST
  @Path("register-camera")
  @Consumes(MediaType.APPLICATION_JSON)
  public Camera register(InputStream body) {
    return cameras.register(CameraReader.registration(JsonInput.parse(body)));
  }

  @GET
  @Path("cameras")
  public List<Camera> list() {
    return cameras.list();
  }

  @POST
  @Path("heartbeat/{id}")
  public Known heartbeat(@PathParam("id") String id, InputStream body) {
    if (!cameras.heartbeat(id, CameraReader.report(body))) {
      throw new NotFound("There is no camera %s; it may register.".formatted(id));
    }
    return new Known("ok", id);
  }

  @DELETE
  @Path("cameras/{id}")
  public Known remove(@PathParam("id") String id) {
    cameras.remove(id);
    return new Known("removed", id);
  }
}
