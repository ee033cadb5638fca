package edgeai.coordinator.metrics;

import edgeai.common.http.MetricsNegotiation;
import edgeai.common.metrics.Exposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code GET /metrics} with its two faces, and {@code GET /queue/stats}. */
@Path("/")
@ApplicationScoped
public class MetricsResource {
  private final SystemView system;
  private final Exposition exposition;

  @Inject
  public MetricsResource(SystemView system, Exposition exposition) {
    this.system = system;
    this.exposition = exposition;
  }

  /** For the container's proxy. */
  MetricsResource() {
    this(null, null);
  }

  @GET
  @Path("metrics")
  public Response metrics(
      @HeaderParam("Accept") String accept, @Context HttpServletRequest request) {
    return MetricsNegotiation.wantsJson(accept)
        ? Response.ok(system.metrics(), MediaType.APPLICATION_JSON).build()
        : Response.ok(
                exposition.text(request.getLocalAddr(), request.getLocalPort(), request.isSecure()),
                Exposition.CONTENT_TYPE)
            .build();
  }

  @GET
  @Path("queue/stats")
  public SystemMetrics.QueueStats queue() {
    return system.queue();
  }
}
