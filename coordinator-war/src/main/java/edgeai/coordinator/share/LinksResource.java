package edgeai.coordinator.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code DELETE /links}: ends all links to frames. */
@Tag(name = "Links")
@Path("/links")
@ApplicationScoped
public class LinksResource {
  private final LinkKey key;

  @Inject
  public LinksResource(LinkKey key) {
    this.key = key;
  }

  /** For the container's proxy. */
  protected LinksResource() {
    this(null);
  }

  @DELETE
  @Operation(summary = "Ends all links to frames")
  @APIResponse(responseCode = "204", description = "They show nothing any more.")
  public Response end() {
    key.change();
    return Response.noContent().build();
  }
}
