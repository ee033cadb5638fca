package edgeai.coordinator.review;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.http.AnswerPlaces;
import edgeai.common.http.LongAnswers;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.FrameResult;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs: list, look, cancel, remove, download. */
@Tag(name = "Jobs")
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
  @Operation(summary = "Jobs, newest first", description = "100 a page.")
  @APIResponse(
      responseCode = "200",
      description = "A page of jobs.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = Job.class)),
      headers = {
        @Header(
            name = "Next-Cursor",
            description = "the `cursor` of the page that follows; absent on the last",
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "404", description = "The cursor is no job that there is.")
  public Response list(
      @Parameter(description = "from the header `Next-Cursor` of the page before")
          @QueryParam("cursor")
          String cursor) {
    Optional<Job> before = Optional.ofNullable(cursor).map(this::job);
    List<Job> page = current.newest(before, JOBS_LISTED);
    return paged(page, page.size() == JOBS_LISTED ? page.get(page.size() - 1).jobId() : null);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "A job")
  @APIResponseSchema(value = Job.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no job of that id.")
  public Job job(@Parameter(description = "id of the job") @PathParam("id") String id) {
    return current.find(id).orElseThrow(() -> new NotFound("There is no job %s.".formatted(id)));
  }

  /** Cancels a job that runs or waits, removes one that ended. */
  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Cancels or removes a job",
      description =
          "One that waits or runs is cancelled, one that has ended is removed with its "
              + "upload, frames and results.")
  @APIResponseSchema(value = Confirmation.class, responseDescription = "OK", responseCode = "200")
  @APIResponse(responseCode = "404", description = "There is no job of that id.")
  public Confirmation delete(@Parameter(description = "id of the job") @PathParam("id") String id) {
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
  @Operation(
      summary = "All frames of a job as a download",
      description =
          "Streamed. Cells of the CSV that a spreadsheet would take for formulas are " + "defused.")
  @APIResponse(
      responseCode = "200",
      description = "The file.",
      content = {
        @Content(
            mediaType = "application/json",
            schema = @Schema(type = SchemaType.ARRAY, implementation = FrameResult.class)),
        @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "404", description = "There is no job of that id.")
  @APIResponse(responseCode = "503", description = "Six such lists are being written.")
  public Response results(
      @Parameter(description = "id of the job") @PathParam("id") String id,
      @Parameter(
              description = "`json` or `csv`",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {"json", "csv"},
                      defaultValue = "json"))
          @QueryParam("format")
          @DefaultValue("json")
          String format) {
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
