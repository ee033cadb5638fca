package edgeai.admin.health;

import edgeai.admin.start.AdminStartup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /health}: alive. */
@Tag(name = "State")
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AdminHealthResource {
  private final AdminStartup startup;

  @Inject
  public AdminHealthResource(AdminStartup startup) {
    this.startup = startup;
  }

  /** For the container's proxy. */
  AdminHealthResource() {
    this(null);
  }

  /**
   * The answer.
   *
   * @param status always {@code ok}
   * @param ready whether the start is complete
   */
  public record Health(String status, boolean ready) {}

  @GET
  @Operation(summary = "The server lives")
  public Health health() {
    return new Health("ok", startup.isReady());
  }
}
