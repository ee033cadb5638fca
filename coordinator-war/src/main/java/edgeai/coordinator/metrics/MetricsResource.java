package edgeai.coordinator.metrics;

import edgeai.common.http.MetricsNegotiation;
import edgeai.common.metrics.Exposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /metrics} with its two faces, and {@code GET /queue/stats}. */
@Tag(name = "State")
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
  @Operation(summary = "The pool in figures")
  @APIResponse(
      responseCode = "200",
      description =
          "JSON where `Accept` weighs it at least as much as text, else Prometheus' exposition.",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(implementation = SystemMetrics.class)),
        @Content(mediaType = "text/plain", schema = @Schema(type = SchemaType.STRING))
      })
  public Response metrics(@Parameter(hidden = true) @HeaderParam("Accept") String accept) {
    return MetricsNegotiation.wantsJson(accept)
        ? Response.ok(system.metrics(), MediaType.APPLICATION_JSON).build()
        : Response.ok(exposition.text(), Exposition.CONTENT_TYPE).build();
  }

  @GET
  @Path("queue/stats")
  @Operation(
      summary = "The queue in figures",
      description = "At most 32 frames of a job wait for a worker.")
  @APIResponse(
      responseCode = "200",
      description = "OK",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = SystemMetrics.QueueStats.class)))
  public SystemMetrics.QueueStats queue() {
    return system.queue();
  }
}
