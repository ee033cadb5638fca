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

/** {@code GET /health}: alive, and with which model. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class HealthResource {
  @Inject private Startup startup;
  @Inject private PoolModel model;

  /** Whether the start is complete, and what the pool infers with. */
  public record Health(String status, boolean ready, ModelInfo model) {}

  @GET
  public Health health() {
    return new Health("ok", startup.isReady(), model.card().info());
  }
}
