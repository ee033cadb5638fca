package edgeai.admin.metrics;

import edgeai.admin.analytics.Totals;
import edgeai.admin.camera.Camera;
import edgeai.admin.camera.Cameras;
import edgeai.admin.live.AdminFeed;
import edgeai.admin.start.AdminStartup;
import edgeai.common.http.MetricsNegotiation;
import edgeai.common.metrics.Exposition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /metrics} with its two faces. */
@Tag(name = "State")
@Path("/metrics")
@ApplicationScoped
public class AdminMetricsResource {
  private final Cameras cameras;
  private final Totals totals;
  private final AdminFeed feed;
  private final AdminStartup startup;
  private final Exposition exposition;

  @Inject
  public AdminMetricsResource(
      Cameras cameras, Totals totals, AdminFeed feed, AdminStartup startup, Exposition exposition) {
    this.cameras = cameras;
    this.totals = totals;
    this.feed = feed;
    this.startup = startup;
    this.exposition = exposition;
  }

  /** For the container's proxy. */
  AdminMetricsResource() {
    this(null, null, null, null, null);
  }

  /**
   * Cameras by state.
   *
   * @param total of the list
   * @param active heard of
   * @param offline silent
   * @param running of the active ones, those that said that they watch
   * @param stopped of the active ones, those that said that they do not
   * @param troubled of the active ones, those that said what hinders them
   */
  public record CameraCounts(
      int total, long active, long offline, long running, long stopped, long troubled) {

    static CameraCounts of(List<Camera> all) {
      List<Camera> alive =
          all.stream().filter(camera -> camera.status().equals(Camera.ACTIVE)).toList();
      return new CameraCounts(
          all.size(),
          alive.size(),
          all.size() - alive.size(),
          alive.stream().filter(camera -> camera.does("running")).count(),
          alive.stream().filter(camera -> camera.does("stopped")).count(),
          alive.stream().filter(camera -> camera.trouble() != null).count());
    }
  }

  /**
   * The answer to those who take JSON.
   *
   * @param cameras by state
   * @param eventsTotal events in the log, ever
   * @param websocketClients who listen at {@code /ws/cameras}
   * @param systemStartTime when the server started
   */
  public record SystemMetrics(
      CameraCounts cameras, long eventsTotal, int websocketClients, Instant systemStartTime) {}

  @GET
  @Operation(summary = "The cameras in figures")
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
        ? Response.ok(system(), MediaType.APPLICATION_JSON).build()
        : Response.ok(exposition.text(), Exposition.CONTENT_TYPE).build();
  }

  private SystemMetrics system() {
    return new SystemMetrics(
        CameraCounts.of(cameras.list()), totals.events(), feed.clients(), startup.startedAt());
  }
}
