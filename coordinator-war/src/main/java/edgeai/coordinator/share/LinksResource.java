package edgeai.coordinator.share;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code DELETE /links}: ends all links to frames. */
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
  public Response end() {
    key.change();
    return Response.noContent().build();
  }
}
