package edgeai.coordinator.metrics;

import edgeai.common.metrics.LatencyWindow;
import java.time.Instant;

/**
 * The pool in one look: {@code GET /metrics} for those who take JSON.
 *
 * @param workers by state
 * @param queue frames on their way
 * @param frames done altogether
 * @param latencyMs of inference
 * @param retryCount attempts that followed one which came to nothing
 * @param droppedCount frames that failed for good
 * @param systemStartTime when the server started
 * @param numberOfWorkers as {@code workers.total}
 * @param totalFramesProcessed as {@code frames.total}
 * @param processingFps as {@code frames.fps}
 * @param streamViewers who watch {@code /video-stream}
 * @param websocketClients who listen at {@code /ws/events}
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

  /**
   * Frames on their way; {@code dropped_count} are those that failed for good.
   *
   * @param pending frames that wait for a worker
   * @param inflight frames at workers
   * @param retryCount attempts that followed one which came to nothing
   * @param droppedCount frames that failed for good
   */
  public record QueueStats(int pending, int inflight, long retryCount, long droppedCount) {}

  /**
   * Workers by state.
   *
   * @param total of the list
   * @param active working or lately so
   * @param idle alive with nothing to do
   * @param offline silent, or their circuit is open
   */
  public record WorkerCounts(int total, long active, long idle, long offline) {}

  /**
   * Frames done altogether, and per second over the last 10 s.
   *
   * @param total since the data began
   * @param fps per second over the last 10 s
   */
  public record FrameCounts(long total, double fps) {}
}
