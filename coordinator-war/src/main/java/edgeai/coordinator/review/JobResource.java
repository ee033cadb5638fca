package edgeai.coordinator.review;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.http.AnswerPlaces;
import edgeai.common.http.LongAnswers;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.Job;
import edgeai.coordinator.job.JobKeeper;
import edgeai.coordinator.job.Jobs;
import edgeai.coordinator.result.FrameRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Optional;

/** Jobs: list, look, cancel, remove, download. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobResource {
  private static final int JOBS_LISTED = 100;

  private final Jobs jobs;
  private final CurrentJobs current;
  private final JobKeeper keeper;
  private final FrameRepository frames;
  private final LongAnswers answers;

  @Inject
  public JobResource(
      Jobs jobs,
      CurrentJobs current,
      JobKeeper keeper,
      FrameRepository frames,
      LongAnswers answers) {
    this.jobs = jobs;
    this.current = current;
    this.keeper = keeper;
    this.frames = frames;
    this.answers = answers;
  }

  /** For the container's proxy. */
  JobResource() {
    this(null, null, null, null, null);
  }

  /** Newest first; {@code Next-Cursor} leads to older ones. */
  @GET
  public Response list(@QueryParam("cursor") String cursor) {
    Optional<Job> before = Optional.ofNullable(cursor).map(this::job);
    List<Job> page = current.newest(before, JOBS_LISTED);
    return paged(page, page.size() == JOBS_LISTED ? page.get(page.size() - 1).jobId() : null);
  }

  @GET
  @Path("{id}")
  public Job job(@PathParam("id") String id) {
    return current.find(id).orElseThrow(() -> new NotFound("There is no job %s.".formatted(id)));
  }

  /** Cancels a job that runs or waits, removes one that ended. */
  @DELETE
  @Path("{id}")
  public Confirmation delete(@PathParam("id") String id) {
    Job job = job(id);
    if (jobs.cancel(id)) {
      return Confirmation.of("Job %s is cancelled.".formatted(id));
    }
    keeper.remove(job);
    return Confirmation.of("Job %s is removed.".formatted(id));
  }

  /** All frames as a download, streamed. */
  @GET
  @Path("{id}/results")
  public Response results(
      @PathParam("id") String id, @QueryParam("format") @DefaultValue("json") String format) {
    job(id);
    JobDownload download = new JobDownload(frames, id);
    return switch (format) {
      case "json" -> download(id, "json", MediaType.APPLICATION_JSON, download::writeJson);
      case "csv" -> download(id, "csv", "text/csv; charset=utf-8", download::writeCsv);
      default -> throw new InvalidInput("format must be json or csv.");
    };
  }

  private Response download(String id, String ending, String type, AnswerPlaces.Answer body) {
    StreamingOutput bounded = out -> answers.lists().write(out, body);
    return Response.ok(bounded, type)
        .header("Content-Disposition", "attachment; filename=\"job-%s.%s\"".formatted(id, ending))
        .build();
  }

  /** A page and where the next one begins, null where there is none. */
  static Response paged(List<?> page, String next) {
    Response.ResponseBuilder response = Response.ok(page);
    return next == null ? response.build() : response.header("Next-Cursor", next).build();
  }
}
