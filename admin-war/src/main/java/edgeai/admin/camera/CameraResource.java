package edgeai.admin.camera;

import edgeai.common.audit.AuditNote;
import edgeai.common.door.Asker;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CameraReader;
import edgeai.common.wire.CameraRegistration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.List;

/** How cameras join, stay and leave. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class CameraResource {
  private final Cameras cameras;
  private final CameraOwners owners;

  @Inject
  public CameraResource(Cameras cameras, CameraOwners owners) {
    this.cameras = cameras;
    this.owners = owners;
  }

  /** For the container's proxy. */
  CameraResource() {
    this(null, null);
  }

  /** The answer to a heartbeat and to a removal. */
  public record Known(String status, String cameraId) {}

  @POST
  @Path("register-camera")
  @Consumes(MediaType.APPLICATION_JSON)
  public Camera register(InputStream body, @Context HttpServletRequest request) {
    CameraRegistration camera = CameraReader.registration(JsonInput.parse(body));
    AuditNote.about(request, camera.cameraId());
    Asker asker = Asker.of(request);
    owners.claim(camera.cameraId(), asker);
    return cameras.register(camera, asker.owner());
  }

  @GET
  @Path("cameras")
  public List<Camera> list() {
    return cameras.list();
  }

  @POST
  @Path("heartbeat/{id}")
  public Known heartbeat(
      @PathParam("id") String id, InputStream body, @Context HttpServletRequest request) {
    owners.heard(id, Asker.of(request));
    if (!cameras.heartbeat(id, CameraReader.report(body))) {
      throw new NotFound("There is no camera %s; it may register.".formatted(id));
    }
    return new Known("ok", id);
  }

  @DELETE
  @Path("cameras/{id}")
  public Known remove(@PathParam("id") String id, @Context HttpServletRequest request) {
    owners.requireMayRemove(id, Asker.of(request));
    cameras.remove(id);
    return new Known("removed", id);
  }
}
