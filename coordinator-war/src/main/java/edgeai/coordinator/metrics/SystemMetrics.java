package edgeai.coordinator.metrics;

import edgeai.common.metrics.LatencyWindow;
import java.time.Instant;

/**
 * The pool in one look: {@code GET /metrics} for those who take JSON.
 *
 * @param streamJobId the job that {@code /video-stream} shows to who named none, null for none
 */
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
    double processingFps,
    int streamViewers,
    int websocketClients,
    String streamJobId) {

  /** Frames on their way; {@code dropped_count} are those that failed for good. */
  public record QueueStats(int pending, int inflight, long retryCount, long droppedCount) {}

  /** Workers by state. */
  public record WorkerCounts(int total, long active, long idle, long offline) {}

  /** Frames done altogether, and per second over the last 10 s. */
  public record FrameCounts(long total, double fps) {}
}
