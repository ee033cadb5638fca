package edgeai.coordinator.synthetic;

import edgeai.benchmark.load.LoadFigures;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/** Starts one load at a time and answers, once it is over, with its figures. */
@Path("/synthetic")
@Produces(MediaType.APPLICATION_JSON)
public class SyntheticResource {
  @Inject private SyntheticSource source;

  @POST
  @Path("closed")
  public LoadFigures closed(
      @QueryParam("bytes") int bytes,
      @QueryParam("window") int window,
      @QueryParam("warm_up_ms") long warmUpMs,
      @QueryParam("length_ms") long lengthMs)
      throws InterruptedException {
    return source.closed(bytes, window, Duration.ofMillis(warmUpMs), Duration.ofMillis(lengthMs));
  }

  @POST
  @Path("open")
  public LoadFigures open(
      @QueryParam("bytes") int bytes,
      @QueryParam("per_second") double perSecond,
      @QueryParam("warm_up_ms") long warmUpMs,
      @QueryParam("length_ms") long lengthMs)
      throws InterruptedException {
    return source.open(bytes, perSecond, Duration.ofMillis(warmUpMs), Duration.ofMillis(lengthMs));
  }
}
