package edgeai.common.door;

import edgeai.common.audit.AuditNote;
import edgeai.common.http.JsonInput;
import edgeai.common.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /join}: a code that was printed becomes the token of a node. */
@Tag(name = "Access")
@Path("/join")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JoinResource {
  private final Joining joining;

  @Inject
  public JoinResource(Joining joining) {
    this.joining = joining;
  }

  /** For the container's proxy. */
  protected JoinResource() {
    this(null);
  }

  /**
   * The answer: what the node is called, and what it sends from now on.
   *
   * @param name of the node
   * @param token what it sends from now on
   */
  @Schema(name = "JoinedNode")
  public record Node(String name, String token) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "A code becomes the token of a node",
      description = "A code is good once, for ten minutes and five wrong tries.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "code",
                            type = SchemaType.STRING,
                            description = "as `./edge join` printed it"),
                        @SchemaProperty(
                            name = "name",
                            type = SchemaType.STRING,
                            description = "what the node is called")
                      },
                      requiredProperties = {"code", "name"}),
              examples =
                  @ExampleObject(
                      name = "usual",
                      value = "{\"code\":\"7KQM-W2XD-PH4T\",\"name\":\"laptop-7\"}")))
  @APIResponse(
      responseCode = "201",
      description = "The token, which is told once.",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Node.class)))
  @APIResponse(
      responseCode = "401",
      description = "The code is wrong, was taken, or its time is over.")
  @APIResponse(
      responseCode = "429",
      description = "20 wrong ones came of this address within five minutes.")
  public Response join(@Context HttpServletRequest request, InputStream body) {
    JsonInput in = JsonInput.parse(body);
    return joining
        .join(in.id("code"), in.id("name"), request.getRemoteAddr())
        .map(node -> joined(request, node))
        .map(node -> Response.status(201).entity(new Node(node.name(), node.token().text())))
        .orElseGet(JoinResource::wrong)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private static Joining.Joined joined(HttpServletRequest request, Joining.Joined node) {
    AuditNote.about(request, node.name());
    return node;
  }

  private static Response.ResponseBuilder wrong() {
    Problem problem =
        new Problem(
            401, "The code counts for nothing: it is wrong, was taken, or its time is over.");
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.WWW_AUTHENTICATE, DoorFilter.CHALLENGE)
        .entity(problem.toJson());
  }
}
