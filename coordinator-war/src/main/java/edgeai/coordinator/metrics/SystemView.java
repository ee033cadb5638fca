package edgeai.coordinator.metrics;

import edgeai.common.wire.Worker;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.InFlight;
import edgeai.coordinator.live.LiveFeed;
import edgeai.coordinator.result.Pace;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.roster.Roster;
import edgeai.coordinator.start.Startup;
import edgeai.coordinator.stream.StreamHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Looks at the pool as it is in this moment. */
@ApplicationScoped
public class SystemView {
  @Inject private Roster roster;
  @Inject private Dispatcher dispatcher;
  @Inject private InFlight out;
  @Inject private DispatchFigures dispatch;
  @Inject private RunningTotals totals;
  @Inject private Pace pace;
  @Inject private StreamHub stream;
  @Inject private LiveFeed feed;
  @Inject private Startup startup;

  SystemMetrics.QueueStats queue() {
    return new SystemMetrics.QueueStats(
        dispatcher.pending(), out.size(), dispatch.retries(), dispatch.failures());
  }

  /** The system as it is now, in the words of the contract. */
  public SystemMetrics metrics() {
    List<Worker> workers = roster.list();
    SystemMetrics.QueueStats queue = queue();
    long frames = totals.summary().totalFrames();
    double fps = pace.fps();
    return new SystemMetrics(
        new SystemMetrics.WorkerCounts(
            workers.size(),
            count(workers, "active"),
            count(workers, "idle"),
            count(workers, "offline")),
        queue,
        new SystemMetrics.FrameCounts(frames, fps),
        pace.latency(),
        queue.retryCount(),
        queue.droppedCount(),
        startup.startedAt(),
        workers.size(),
        frames,
        fps,
        stream.viewers(),
        feed.clients(),
        stream.shownJobId());
  }

  private static long count(List<Worker> workers, String status) {
    return workers.stream().filter(worker -> worker.status().equals(status)).count();
  }
}
