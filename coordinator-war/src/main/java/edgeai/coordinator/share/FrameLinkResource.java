package edgeai.coordinator.share;

import edgeai.common.audit.AuditNote;
import edgeai.common.door.Asker;
import edgeai.common.door.DoorSettings;
import edgeai.common.door.Makers;
import edgeai.common.door.PublicAddress;
import edgeai.common.error.InvalidInput;
import edgeai.common.error.NotFound;
import edgeai.common.http.JsonInput;
import edgeai.common.http.QueryText;
import edgeai.coordinator.result.FrameRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** {@code POST /jobs/{id}/frames/{frame_id}/links}: makes a link by which others see one frame. */
@Tag(name = "Links")
@Path("/jobs/{id}/frames/{frame_id}/links")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class FrameLinkResource {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(30);

  private final FrameLinks links;
  private final FrameRepository frames;
  private final Makers makers;
  private final DoorSettings settings;
  private final Clock clock;

  @Inject
  public FrameLinkResource(
      FrameLinks links, FrameRepository frames, Makers makers, DoorSettings settings, Clock clock) {
    this.links = links;
    this.frames = frames;
    this.makers = makers;
    this.settings = settings;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected FrameLinkResource() {
    this(null, null, null, null, null);
  }

  /**
   * The answer: the link, and when it ends to count.
   *
   * @param url whoever has it sees the frame
   * @param expiresAt when it ends to count
   */
  @Schema(name = "FrameLinkMade")
  public record Made(String url, Instant expiresAt) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Makes a link to one frame",
      description = "Others see that frame by it without a login.")
  @RequestBody(
      content =
          @Content(
              mediaType = "application/json",
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties = {
                        @SchemaProperty(
                            name = "expires",
                            type = SchemaType.STRING,
                            format = "date-time",
                            description =
                                "when it ends, 30 days away at most; after 7 days where it is left out")
                      }),
              examples =
                  @ExampleObject(name = "usual", value = "{\"expires\":\"2026-12-06T10:15:30Z\"}")))
  @APIResponse(
      responseCode = "201",
      description = "The link.",
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
  @APIResponse(responseCode = "404", description = "There is no such frame.")
  public Response make(
      @Context HttpServletRequest request,
      @Parameter(description = "id of the job") @PathParam("id") String id,
      @Parameter(description = "id of the frame") @PathParam("frame_id") String frameId,
      InputStream body) {
    JsonInput in = JsonInput.parse(body);
    long frame = QueryText.whole("frame_id", frameId, 1, Long.MAX_VALUE);
    if (frames.find(frame).filter(found -> id.equals(found.jobId())).isEmpty()) {
      throw new NotFound("Job %s has no frame %s.".formatted(id, frameId));
    }
    Instant expires = expires(in);
    AuditNote.detail(request, "a link until " + expires);
    String link = links.write(new FrameLink(id, frame, expires, makers.mark(Asker.of(request))));
    String url = PublicAddress.of(request, settings.publicUrl()) + SharedFrameResource.PATH + link;
    return Response.status(Response.Status.CREATED)
        .entity(new Made(url, expires))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Instant expires(JsonInput in) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    if (!in.has("expires")) {
      return now.plus(USUAL);
    }
    Instant expires = in.instant("expires").truncatedTo(ChronoUnit.SECONDS);
    if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) {
      throw new InvalidInput(
          "expires must be later than now, by %d days at most.".formatted(LONGEST.toDays()));
    }
    return expires;
  }
}
