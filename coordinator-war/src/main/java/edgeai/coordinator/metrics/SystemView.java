package edgeai.coordinator.metrics;

import edgeai.common.wire.Worker;
import edgeai.coordinator.dispatch.DispatchFigures;
import edgeai.coordinator.dispatch.Dispatcher;
import edgeai.coordinator.dispatch.InFlight;
import edgeai.coordinator.dispatch.PieceDispatcher;
import edgeai.coordinator.dispatch.PieceLeases;
import edgeai.coordinator.live.LiveFeed;
import edgeai.coordinator.result.Pace;
import edgeai.coordinator.result.RunningTotals;
import edgeai.coordinator.roster.Roster;
import edgeai.coordinator.start.Startup;
import edgeai.coordinator.stream.StreamHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** Looks at the pool as it is in this moment. */
@ApplicationScoped
public class SystemView {
  private final Roster roster;
  private final Dispatcher dispatcher;
  private final InFlight out;
  private final PieceDispatcher pieces;
  private final PieceLeases leases;
  private final DispatchFigures dispatch;
  private final RunningTotals totals;
  private final Pace pace;
  private final StreamHub stream;
  private final LiveFeed feed;
  private final Startup startup;

  @Inject
  public SystemView(
      Roster roster,
      Dispatcher dispatcher,
      InFlight out,
      PieceDispatcher pieces,
      PieceLeases leases,
      DispatchFigures dispatch,
      RunningTotals totals,
      Pace pace,
      StreamHub stream,
      LiveFeed feed,
      Startup startup) {
    this.roster = roster;
    this.dispatcher = dispatcher;
    this.out = out;
    this.pieces = pieces;
    this.leases = leases;
    this.dispatch = dispatch;
    this.totals = totals;
    this.pace = pace;
    this.stream = stream;
    this.feed = feed;
    this.startup = startup;
  }

  /** For the container's proxy. */
  SystemView() {
    this(null, null, null, null, null, null, null, null, null, null, null);
  }

  SystemMetrics.QueueStats queue() {
    return new SystemMetrics.QueueStats(
        pending(), inFlight(), dispatch.retries(), dispatch.failures());
  }

  /** Frames that wait for a worker, 32 of a job at most. */
  int pending() {
    return dispatcher.pending() + pieces.pending();
  }

  /** Age of the oldest frame that waits by itself; those of plans for pieces have none. */
  Duration oldestPending() {
    return dispatcher.oldestPending();
  }

  /** Frames at workers. */
  int inFlight() {
    return out.size() + leases.frames();
  }

  /** Pieces at workers. */
  int piecesInFlight() {
    return leases.size();
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
