package edgeai.coordinator.result;

import edgeai.common.error.NotFound;
import edgeai.common.http.JsonOutput;
import edgeai.common.http.LongAnswers;
import edgeai.common.request.ResultReader;
import edgeai.common.wire.Confirmation;
import edgeai.common.wire.FrameResult;
import edgeai.common.wire.PostedResult;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.settings.CoordinatorSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** Results in, results out. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ResultResource {
  private final ResultIntake intake;
  private final RunningTotals totals;
  private final FrameRepository frames;
  private final OtherResultRepository others;
  private final NewestResults newest;
  private final LongAnswers answers;
  private final Fleet fleet;
  private final CoordinatorSettings settings;

  /** What {@code GET /results} answers behind its frames. */
  public record Results(
      long totalFramesProcessed,
      long totalDetections,
      Map<String, Long> objectCounts,
      Map<String, Long> workerSummary,
      long removedFrames) {}

  @Inject
  public ResultResource(
      ResultIntake intake,
      RunningTotals totals,
      FrameRepository frames,
      OtherResultRepository others,
      NewestResults newest,
      LongAnswers answers,
      Fleet fleet,
      CoordinatorSettings settings) {
    this.intake = intake;
    this.totals = totals;
    this.frames = frames;
    this.others = others;
    this.newest = newest;
    this.answers = answers;
    this.fleet = fleet;
    this.settings = settings;
  }

  /** For the container's proxy. */
  ResultResource() {
    this(null, null, null, null, null, null, null, null);
  }

  @POST
  @Path("frame-result")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response frameResult(InputStream body, @Context HttpServletRequest request) {
    return stored(intake.posted(ResultReader.readLabels(body), Sender.of(request)));
  }

  @POST
  @Path("results")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response results(InputStream body, @Context HttpServletRequest request) {
    PostedResult result = ResultReader.read(body);
    if (fleet.find(result.workerId()).isEmpty()) {
      throw new NotFound("There is no worker %s; it may register.".formatted(result.workerId()));
    }
    return stored(intake.posted(result, Sender.of(request)));
  }

  private static Response stored(FrameResult result) {
    return Response.status(Response.Status.CREATED)
        .entity(
            Confirmation.With.of("Result of frame %d stored.".formatted(result.frameId()), result))
        .build();
  }

  @GET
  @Path("results")
  public StreamingOutput results() {
    ResultStage.Summary summary = totals.summary();
    Results results =
        new Results(
            summary.totalFrames(),
            summary.totalDetections(),
            summary.objectCounts(),
            summary.workerSummary(),
            summary.removedFrames());
    return listed("{\"frames\":", "," + JsonOutput.write(results).substring(1));
  }

  @GET
  @Path("results/summary")
  public ResultStage.Summary summary() {
    return totals.summary();
  }

  @GET
  @Path("results/frames")
  public StreamingOutput frames() {
    return listed("", "");
  }

  private StreamingOutput listed(String head, String tail) {
    return stream ->
        answers
            .lists()
            .write(
                stream,
                paced -> {
                  try (Writer out =
                      new BufferedWriter(
                          new OutputStreamWriter(paced, StandardCharsets.UTF_8), 1 << 16)) {
                    out.write(head);
                    newest.write(out, settings.resultsListed());
                    out.write(tail);
                  }
                });
  }

  @GET
  @Path("results/frames/{frame_id}")
  public FrameResult frame(@PathParam("frame_id") String text) {
    Optional<Long> id = frameId(text);
    return id.flatMap(frames::find)
        .or(() -> id.flatMap(others::find))
        .orElseThrow(() -> new NotFound("There is no frame %s.".formatted(text)));
  }

  private static Optional<Long> frameId(String text) {
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
