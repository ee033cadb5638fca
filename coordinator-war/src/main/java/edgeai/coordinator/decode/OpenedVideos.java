package edgeai.coordinator.decode;

import edgeai.common.video.VideoDecoder;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Decoders that were opened to look at an upload and wait for its job to go on with them, which
 * spares the job a start. They do not wait for long, nor are they many: a job that comes too late
 * starts its own. Thread-safe.
 */
final class OpenedVideos {
  static final int MOST = 2;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ScheduledExecutorService timer;
  private final Map<String, VideoDecoder> waiting = new LinkedHashMap<>();

  OpenedVideos(ScheduledExecutorService timer) {
    this.timer = timer;
  }

  /** Keeps a decoder for a job; where there are too many, the one that waits the longest ends. */
  synchronized void keep(String jobId, VideoDecoder decoder) {
    waiting.put(jobId, decoder);
    timer.schedule(() -> end(jobId), PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    if (waiting.size() > MOST) {
      Iterator<VideoDecoder> oldest = waiting.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /** The job's decoder, which is the caller's to close; empty where none waits any more. */
  synchronized Optional<VideoDecoder> take(String jobId) {
    return Optional.ofNullable(waiting.remove(jobId));
  }

  /** Ends the job's decoder where it still waits. */
  void end(String jobId) {
    take(jobId).ifPresent(VideoDecoder::close);
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized void close() {
    waiting.values().forEach(VideoDecoder::close);
    waiting.clear();
  }
}
