package edgeai.coordinator.ops;

import edgeai.common.wire.ModelInfo;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code GET /health}: alive, and with which model. */
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {
  @Inject private Startup startup;
  @Inject private ModelResource model;

  /**
   * @param model null where none is set
   */
  public record Health(String status, boolean ready, ModelInfo model) {}

  @GET
  public Health health() {
    return new Health("ok", startup.isReady(), model.current().orElse(null));
  }
}
