package edgeai.coordinator.review;

import edgeai.common.error.NotFound;
import edgeai.common.http.QueryText;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.result.FrameTallies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code GET /jobs/{id}/timeline}: what was seen when, of the frames that are settled so far. */
@Tag(name = "Jobs")
@Path("/jobs/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class TimelineResource {
  private static final int MOST = 500;

  private final CurrentJobs jobs;
  private final FrameRepository frames;
  private final FrameTallies tallies;

  @Inject
  public TimelineResource(CurrentJobs jobs, FrameRepository frames, FrameTallies tallies) {
    this.jobs = jobs;
    this.frames = frames;
    this.tallies = tallies;
  }

  /** For the container's proxy. */
  TimelineResource() {
    this(null, null, null);
  }

  @GET
  @Operation(
      summary = "What was seen when in a job",
      description =
          "Of the frames that are settled so far, in as many parts of the video as are "
              + "asked for.")
  @APIResponseSchema(value = Timeline.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no job of that id.")
  public Timeline timeline(
      @Parameter(description = "id of the job") @PathParam("id") String id,
      @Parameter(
              description = "how many parts, 1 to 500",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + MOST,
                      defaultValue = "120"))
          @QueryParam("buckets")
          @DefaultValue("120")
          String buckets) {
    if (jobs.find(id).isEmpty()) {
      throw new NotFound("There is no job %s.".formatted(id));
    }
    int parts = (int) QueryText.whole("buckets", buckets, 1, MOST);
    FrameTallies.Extent extent = tallies.extent(id);
    TimelineCount count =
        new TimelineCount(
            TimelineSpan.of(extent.frames(), extent.firstMs(), extent.lastMs(), parts));
    frames.forEachOfJob(id, null, count::add);
    return count.timeline(id);
  }
}
