package edgeai.coordinator.ops;

import edgeai.common.http.MetricsNegotiation;
import edgeai.common.metrics.Exposition;
import edgeai.common.node.LatencyWindow;
import edgeai.common.wire.Worker;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.fleet.Fleet;
import edgeai.coordinator.result.Pace;
import edgeai.coordinator.result.RunningTotals;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;

/** {@code GET /metrics} with its two faces, and {@code GET /queue/stats}. */
@Path("/")
@ApplicationScoped
public class MetricsResource {
  @Inject private Fleet fleet;
  @Inject private Dispatcher dispatcher;
  @Inject private RunningTotals totals;
  @Inject private Pace pace;
  @Inject private Startup startup;
  @Inject private Exposition exposition;

  /** Frames on their way; {@code dropped_count} are those that failed for good. */
  public record QueueStats(int pending, int inflight, long retryCount, long droppedCount) {}

  /** Workers by state. */
  public record WorkerCounts(int total, long active, long idle, long offline) {}

  /** Frames done altogether, and per second over the last 10 s. */
  public record FrameCounts(long total, double fps) {}

  /** The answer to those who take JSON. */
  public record SystemMetrics(
      WorkerCounts workers,
      QueueStats queue,
      FrameCounts frames,
      LatencyWindow.Snapshot latencyMs,
      long retryCount,
      long droppedCount,
      Instant systemStartTime,
      int numberOfWorkers,
      long totalFramesProcessed,
      double processingFps) {}

  @GET
  @Path("metrics")
  public Response metrics(
      @HeaderParam("Accept") String accept, @Context HttpServletRequest request) {
    return MetricsNegotiation.wantsJson(accept)
        ? Response.ok(system(), MediaType.APPLICATION_JSON).build()
        : Response.ok(
                exposition.text(request.getLocalAddr(), request.getLocalPort()),
                Exposition.CONTENT_TYPE)
            .build();
  }

  @GET
  @Path("queue/stats")
  public QueueStats queue() {
    return new QueueStats(
        dispatcher.pending(), dispatcher.inFlight(), dispatcher.retries(), dispatcher.failures());
  }

  SystemMetrics system() {
    List<Worker> workers = fleet.list();
    QueueStats queue = queue();
    long frames = totals.summary().totalFrames();
    double fps = pace.fps();
    return new SystemMetrics(
        new WorkerCounts(
            workers.size(),
            count(workers, "active"),
            count(workers, "idle"),
            count(workers, "offline")),
        queue,
        new FrameCounts(frames, fps),
        pace.latency(),
        queue.retryCount(),
        queue.droppedCount(),
        startup.startedAt(),
        workers.size(),
        frames,
        fps);
  }

  private static long count(List<Worker> workers, String status) {
    return workers.stream().filter(worker -> worker.status().equals(status)).count();
  }
}
