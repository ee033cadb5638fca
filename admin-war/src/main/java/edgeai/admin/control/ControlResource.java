package edgeai.admin.control;

import edgeai.admin.camera.Cameras;
import edgeai.admin.live.AdminFeed;
import edgeai.common.audit.AuditNote;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.request.CommandReader;
import edgeai.common.wire.CommandRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /camera-control}. */
@Tag(name = "Cameras")
@Path("/camera-control")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ControlResource {
  private final Cameras cameras;
  private final AdminFeed feed;
  private final PendingCommands commands;

  @Inject
  public ControlResource(Cameras cameras, AdminFeed feed, PendingCommands commands) {
    this.cameras = cameras;
    this.feed = feed;
    this.commands = commands;
  }

  /** For the container's proxy. */
  ControlResource() {
    this(null, null, null);
  }

  /**
   * The answer to a command.
   *
   * @param status always {@code ok}
   * @param cameraId which camera
   * @param command as it was asked for
   * @param connected whether a node of that id listens
   * @param acknowledged whether it said in time that it obeyed
   * @param state what it said it does now, null where it did not
   */
  @Schema(name = "CommandGiven")
  public record Given(
      String status,
      String cameraId,
      String command,
      boolean connected,
      boolean acknowledged,
      String state) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Commands a camera",
      description = "Where a node of that id is connected its word is waited for, 2 s at most.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = CommandRequest.class),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value = "{\"camera_id\":\"gate-7\",\"command\":\"stop\"}")))
  @APIResponseSchema(value = Given.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no such camera.")
  public CompletionStage<Given> give(InputStream body, @Context HttpServletRequest request) {
    CommandRequest command = CommandReader.request(JsonInput.parse(body));
    AuditNote.about(request, command.cameraId());
    AuditNote.detail(request, command.command());
    if (!cameras.isRegistered(command.cameraId())) {
      throw new NotFound("There is no camera %s.".formatted(command.cameraId()));
    }
    boolean connected = feed.isConnected(command.cameraId());
    return commands
        .give(command, connected)
        .thenApply(
            state ->
                new Given(
                    "ok",
                    command.cameraId(),
                    command.command(),
                    connected,
                    state.isPresent(),
                    state.orElse(null)));
  }
}
