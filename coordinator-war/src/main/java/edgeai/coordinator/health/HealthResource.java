package edgeai.coordinator.health;

import edgeai.common.wire.ModelInfo;
import edgeai.coordinator.model.PoolModel;
import edgeai.coordinator.start.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /health}: alive, and with which model. */
@Tag(name = "State")
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {
  private final Startup startup;
  private final PoolModel model;

  /**
   * Whether the start is complete, and what the pool infers with.
   *
   * @param status always {@code ok}
   * @param ready whether the start is complete
   * @param model what the pool infers with
   */
  public record Health(String status, boolean ready, ModelInfo model) {}

  @Inject
  public HealthResource(Startup startup, PoolModel model) {
    this.startup = startup;
    this.model = model;
  }

  /** For the container's proxy. */
  HealthResource() {
    this(null, null);
  }

  @GET
  @Operation(summary = "The server lives")
  public Health health() {
    return new Health("ok", startup.isReady(), model.card().info());
  }
}
