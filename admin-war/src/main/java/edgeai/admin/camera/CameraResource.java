package edgeai.admin.camera;

import edgeai.common.audit.AuditNote;
import edgeai.common.door.Asker;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CameraReader;
import edgeai.common.wire.CameraRegistration;
import edgeai.common.wire.CameraReport;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How cameras join, stay and leave. */
@Tag(name = "Cameras")
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

  /**
   * The answer to a heartbeat and to a removal.
   *
   * @param status {@code ok} or {@code removed}
   * @param cameraId which camera
   */
  @Schema(name = "CameraKnown")
  public record Known(String status, String cameraId) {}

  @POST
  @Path("register-camera")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A camera comes",
      description = "Again: updated, `registered_at` kept. An id belongs to who registered it.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CameraRegistration.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value =
                          "{\"camera_id\":\"gate-7\",\"hostname\":\"laptop-7\",\"ip_address\":\"192.168.1.34\"}")))
  @APIResponseSchema(value = Camera.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "409", description = "The id is another's, whose camera lives.")
  @APIResponse(responseCode = "429", description = "`MAX_CAMERAS` cameras are active.")
  public Camera register(InputStream body, @Context HttpServletRequest request) {
    CameraRegistration camera = CameraReader.registration(JsonInput.parse(body));
    AuditNote.about(request, camera.cameraId());
    Asker asker = Asker.of(request);
    owners.claim(camera.cameraId(), asker);
    return cameras.register(camera, asker.owner());
  }

  @GET
  @Path("cameras")
  @Operation(summary = "The cameras", description = "In the order of their registration.")
  public List<Camera> list() {
    return cameras.list();
  }

  @POST
  @Path("heartbeat/{id}")
  @Operation(
      summary = "A camera lives",
      description =
          "`offline` after `CAMERA_HEARTBEAT_TIMEOUT` (30 s) of silence. The body may be "
              + "left out.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CameraReport.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value = "{\"state\":\"running\",\"trouble\":null}")),
      required = false)
  @APIResponseSchema(value = Known.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such camera: register again.")
  @APIResponse(responseCode = "409", description = "The id is another's.")
  public Known heartbeat(
      @Parameter(description = "id of the camera") @PathParam("id") String id,
      InputStream body,
      @Context HttpServletRequest request) {
    owners.heard(id, Asker.of(request));
    if (!cameras.heartbeat(id, CameraReader.report(body))) {
      throw new NotFound("There is no camera %s; it may register.".formatted(id));
    }
    return new Known("ok", id);
  }

  @DELETE
  @Path("cameras/{id}")
  @Operation(
      summary = "Removes a camera",
      description = "200 also for one that is not known; its counts stay.")
  @APIResponseSchema(value = Known.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "409", description = "It is another's.")
  public Known remove(
      @Parameter(description = "id of the camera") @PathParam("id") String id,
      @Context HttpServletRequest request) {
    owners.requireMayRemove(id, Asker.of(request));
    cameras.remove(id);
    return new Known("removed", id);
  }
}
