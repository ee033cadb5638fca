package edgeai.coordinator.review;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.http.QueryText;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.OpenFrames;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs: list, look, cancel, remove, download. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobResource {
  private static final int JOBS_LISTED = 100;
  private static final int FRAMES_LISTED = 2_000;

  private final Jobs jobs;
  private final CurrentJobs current;
  private final JobKeeper keeper;
  private final FrameRepository frames;
  private final OpenFrames open;
  private final JobPictures pictures;

  @Inject
  public JobResource(
      Jobs jobs,
      CurrentJobs current,
      JobKeeper keeper,
      FrameRepository frames,
      OpenFrames open,
      JobPictures pictures) {
    this.jobs = jobs;
    this.current = current;
    this.keeper = keeper;
    this.frames = frames;
    this.open = open;
    this.pictures = pictures;
  }

  /** For the container's proxy. */
  JobResource() {
    this(null, null, null, null, null, null);
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

  /** Frames in video order; {@code Next-Cursor} leads to later ones. */
  @GET
  @Path("{id}/frames")
  public Response frames(
      @PathParam("id") String id,
      @QueryParam("state") String state,
      @QueryParam("cursor") @DefaultValue("0") String cursor,
      @QueryParam("limit") @DefaultValue("100") String limit) {
    job(id);
    long after = QueryText.whole("cursor", cursor, 0, Long.MAX_VALUE);
    int most = (int) QueryText.whole("limit", limit, 1, FRAMES_LISTED);
    List<FrameResult> page =
        FrameResult.PENDING.equals(state)
            ? pending(id, after, most)
            : frames.ofJob(id, requireState(state), after, most);
    return paged(
        page, page.size() == most ? Long.toString(page.get(page.size() - 1).frameId()) : null);
  }

  private static String requireState(String state) {
    if (state == null || state.isEmpty()) {
      return null;
    }
    if (!List.of(FrameResult.COMPLETED, FrameResult.FAILED).contains(state)) {
      throw new InvalidInput("state must be one of pending, completed, failed.");
    }
    return state;
  }

  private List<FrameResult> pending(String jobId, long after, int limit) {
    return open.ofJob(jobId).stream()
        .filter(frame -> frame.id() > after)
        .limit(limit)
        .map(JobResource::pending)
        .toList();
  }

  private static FrameResult pending(Frame frame) {
    List<String> tried = frame.triedBy();
    return new FrameResult(
        frame.id(),
        tried.isEmpty() ? null : tried.get(tried.size() - 1),
        List.of(),
        Map.of(),
        0,
        null,
        FrameResult.PENDING,
        frame.jobId(),
        frame.index(),
        frame.mediaTimeMs(),
        frame.attempts(),
        null,
        frame.picture().width(),
        frame.picture().height(),
        frame.attemptLog());
  }

  /**
   * The frame as JPEG, with its detections drawn unless {@code annotated=false}. A {@code viewer}
   * that asks for another one no longer waits for this one.
   */
  @GET
  @Path("{id}/frames/{frame_id}/image")
  public Response image(
      @PathParam("id") String id,
      @PathParam("frame_id") String frameId,
      @QueryParam("annotated") @DefaultValue("true") boolean annotated,
      @QueryParam("viewer") String viewer) {
    job(id);
    FrameResult frame =
        frames
            .find(QueryText.whole("frame_id", frameId, 1, Long.MAX_VALUE))
            .filter(found -> id.equals(found.jobId()))
            .orElseThrow(() -> new NotFound("Job %s has no frame %s.".formatted(id, frameId)));
    return Response.ok(pictures.picture(frame, annotated, viewer), "image/jpeg").build();
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

  private static Response download(
      String id, String ending, String type, jakarta.ws.rs.core.StreamingOutput body) {
    return Response.ok(body, type)
        .header("Content-Disposition", "attachment; filename=\"job-%s.%s\"".formatted(id, ending))
        .build();
  }

  private static Response paged(List<?> page, String next) {
    Response.ResponseBuilder response = Response.ok(page);
    return next == null ? response.build() : response.header("Next-Cursor", next).build();
  }
}
