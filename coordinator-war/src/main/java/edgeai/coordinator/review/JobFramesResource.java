package edgeai.coordinator.review;

import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.http.QueryText;
import edgeai.common.wire.FrameResult;
import edgeai.coordinator.frame.Frame;
import edgeai.coordinator.frame.FramePicture;
import edgeai.coordinator.frame.OpenFrames;
import edgeai.coordinator.result.FrameRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The frames of a job: settled, open, and as pictures. */
@Tag(name = "Jobs")
@Path("/jobs/{id}/frames")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class JobFramesResource {
  private static final int FRAMES_LISTED = 2_000;

  private final CurrentJobs jobs;
  private final FrameRepository frames;
  private final OpenFrames open;
  private final JobPictures pictures;

  @Inject
  public JobFramesResource(
      CurrentJobs jobs, FrameRepository frames, OpenFrames open, JobPictures pictures) {
    this.jobs = jobs;
    this.frames = frames;
    this.open = open;
    this.pictures = pictures;
  }

  /** For the container's proxy. */
  JobFramesResource() {
    this(null, null, null, null);
  }

  /** Frames in video order; {@code Next-Cursor} leads to later ones. */
  @GET
  @Operation(summary = "Frames of a job, in the order of the video")
  @APIResponse(
      responseCode = "200",
      description = "A page of frames.",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(type = SchemaType.ARRAY, implementation = FrameResult.class)),
      headers = {
        @Header(
            name = "Next-Cursor",
            description = "the `cursor` of the page that follows; absent on the last",
            schema = @Schema(type = SchemaType.STRING))
      })
  @APIResponse(responseCode = "404", description = "There is no job of that id.")
  public Response frames(
      @Parameter(description = "id of the job") @PathParam("id") String id,
      @Parameter(
              description = "only frames in this state: `pending`, `completed` or `failed`",
              schema =
                  @Schema(
                      type = SchemaType.STRING,
                      enumeration = {
                        FrameResult.PENDING,
                        FrameResult.COMPLETED,
                        FrameResult.FAILED
                      }))
          @QueryParam("state")
          String state,
      @Parameter(description = "from the header `Next-Cursor` of the page before")
          @QueryParam("cursor")
          @DefaultValue("0")
          String cursor,
      @Parameter(
              description = "how many at most, 1 to 2000",
              schema =
                  @Schema(
                      type = SchemaType.INTEGER,
                      minimum = "1",
                      maximum = "" + FRAMES_LISTED,
                      defaultValue = "100"))
          @QueryParam("limit")
          @DefaultValue("100")
          String limit) {
    requireJob(id);
    long after = QueryText.whole("cursor", cursor, 0, Long.MAX_VALUE);
    int most = (int) QueryText.whole("limit", limit, 1, FRAMES_LISTED);
    return FrameResult.PENDING.equals(state)
        ? pendingPage(id, after, most)
        : storedPage(id, requireState(state), after, most);
  }

  private Response pendingPage(String id, long after, int most) {
    List<FrameResult> page = pending(id, after, most);
    return JobResource.paged(page, page.size() == most ? last(page) : null);
  }

  /** Large frames make a short page. */
  private Response storedPage(String id, String state, long after, int most) {
    List<FrameResult> page = frames.ofJob(id, state, after, most);
    boolean more =
        page.size() == most
            || !page.isEmpty() && frames.hasMore(id, state, page.get(page.size() - 1).frameId());
    return JobResource.paged(page, more ? last(page) : null);
  }

  private static String last(List<FrameResult> page) {
    return Long.toString(page.get(page.size() - 1).frameId());
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
        .map(JobFramesResource::pending)
        .toList();
  }

  private static FrameResult pending(Frame frame) {
    List<String> tried = frame.triedBy();
    FramePicture picture = frame.picture();
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
        picture.isSeen() ? picture.width() : null,
        picture.isSeen() ? picture.height() : null,
        null,
        null,
        frame.attemptLog());
  }

  /**
   * The frame as JPEG, with its detections drawn unless {@code annotated=false}. A {@code viewer}
   * that asks for another one no longer waits for this one.
   */
  @GET
  @Path("{frame_id}/image")
  @Operation(
      summary = "A frame as a picture",
      description =
          "While the upload is kept. A viewer that asks for another frame no longer "
              + "waits for this one.")
  @APIResponse(
      responseCode = "200",
      description = "The picture.",
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(
      responseCode = "404",
      description = "There is no such job or frame, or its upload is gone.")
  @APIResponse(
      responseCode = "409",
      description = "The video cannot be read, or 90 s of decoding did not reach the frame.")
  @APIResponse(
      responseCode = "503",
      description =
          "Ten pictures are being made, this one took longer than 90 s, or its viewer "
              + "asked for another.")
  public Response image(
      @Parameter(description = "id of the job") @PathParam("id") String id,
      @Parameter(description = "id of the frame") @PathParam("frame_id") String frameId,
      @Parameter(description = "whether detections are drawn")
          @QueryParam("annotated")
          @DefaultValue("true")
          boolean annotated,
      @Parameter(description = "any text that names who looks") @QueryParam("viewer")
          String viewer) {
    requireJob(id);
    FrameResult frame =
        frames
            .find(QueryText.whole("frame_id", frameId, 1, Long.MAX_VALUE))
            .filter(found -> id.equals(found.jobId()))
            .orElseThrow(() -> new NotFound("Job %s has no frame %s.".formatted(id, frameId)));
    return Response.ok(pictures.picture(frame, annotated, viewer), "image/jpeg").build();
  }

  private void requireJob(String id) {
    if (jobs.find(id).isEmpty()) {
      throw new NotFound("There is no job %s.".formatted(id));
    }
  }
}
