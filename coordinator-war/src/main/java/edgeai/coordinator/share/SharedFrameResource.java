package edgeai.coordinator.share;

import edgeai.common.door.Makers;
import edgeai.common.problem.Problem;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.Job;
import edgeai.coordinator.result.FrameRepository;
import edgeai.coordinator.review.CurrentJobs;
import edgeai.coordinator.review.JobPictures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a link shows: {@code GET /share/{link}} a page, with {@code /image} its picture. */
@Tag(name = "Links")
@Path("/share/{link}")
@ApplicationScoped
public class SharedFrameResource {
  static final String PATH = "/share/";

  private static final Problem GONE =
      new Problem(
          410,
          "This link shows nothing: its time is over, it was withdrawn, its frame is no longer kept,"
              + " or a part of it is missing.");

  /** Who asks for a page is told in one. */
  private static final Pattern BROWSERS = Pattern.compile("(?:^|,)\\s*text/html\\s*(?:,|$)");

  private static final String HTML = "text/html; charset=utf-8";

  private final FrameLinks links;
  private final Makers makers;
  private final CurrentJobs jobs;
  private final FrameRepository frames;
  private final JobPictures pictures;
  private final Clock clock;

  @Inject
  public SharedFrameResource(
      FrameLinks links,
      Makers makers,
      CurrentJobs jobs,
      FrameRepository frames,
      JobPictures pictures,
      Clock clock) {
    this.links = links;
    this.makers = makers;
    this.jobs = jobs;
    this.frames = frames;
    this.pictures = pictures;
    this.clock = clock;
  }

  /** For the container's proxy. */
  protected SharedFrameResource() {
    this(null, null, null, null, null, null);
  }

  private record Shared(FrameLink link, Job job, FrameResult frame) {}

  @GET
  @Operation(summary = "The page that a link shows")
  @APIResponse(
      responseCode = "200",
      description = "The page.",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  @APIResponse(
      responseCode = "410",
      description = "The link shows nothing any more, or never did; browsers get a page.",
      content = @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)))
  public Response page(
      @Context HttpServletRequest request,
      @Parameter(description = "as it was made") @PathParam("link") String written) {
    // as it was sent: it takes no part in matching
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return find(written)
        .map(
            shared ->
                page(
                    200,
                    SharedPage.of(
                        shared.job().filename(), shared.frame(), shared.link().expires(), written)))
        .orElseGet(
            () ->
                accept != null && BROWSERS.matcher(accept).find()
                    ? page(GONE.status(), SharedPage.gone())
                    : gone());
  }

  private static Response gone() {
    return closed(Response.status(GONE.status()).entity(GONE.toJson()))
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  private static Response page(int status, SharedPage page) {
    return closed(Response.status(status).entity(page.html()))
        .type(HTML)
        .header("Content-Security-Policy", page.policy())
        .build();
  }

  @GET
  @Path("image")
  @Operation(summary = "The picture that a link shows")
  @APIResponse(
      responseCode = "200",
      description = "The picture.",
      content =
          @Content(
              mediaType = "image/jpeg",
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "410", description = "The link shows nothing any more, or never did.")
  @APIResponse(
      responseCode = "503",
      description = "Ten pictures are being made, or this one took longer than 90 s.")
  public Response image(
      @Parameter(description = "as it was made") @PathParam("link") String written) {
    return find(written)
        .map(
            shared ->
                closed(Response.ok(pictures.picture(shared.frame(), true, null), "image/jpeg"))
                    .build())
        .orElseGet(SharedFrameResource::gone);
  }

  /**
   * Empty where the link was never good, is so no more, or its frame is gone: nobody is told which.
   */
  private Optional<Shared> find(String written) {
    return links
        .read(written)
        .filter(link -> clock.instant().isBefore(link.expires()) && makers.isKnown(link.maker()))
        .flatMap(
            link ->
                jobs.find(link.jobId())
                    .flatMap(
                        job ->
                            frames
                                .find(link.frameId())
                                .filter(frame -> link.jobId().equals(frame.jobId()))
                                .map(frame -> new Shared(link, job, frame))));
  }

  /** Nobody but whoever has the link is to keep it, pass it on or find it. */
  private static Response.ResponseBuilder closed(Response.ResponseBuilder answer) {
    return answer
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header("X-Robots-Tag", "noindex, nofollow");
  }
}
