package edgeai.coordinator.decode;

import edgeai.common.guard.Schedule;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Decoders that were opened to look at an upload and wait for its job to go on with them, which
 * spares the job a start. They do not wait for long, nor are they many: a job that comes too late
 * starts its own. Thread-safe.
 *
 * @param <D> a decoder
 */
final class OpenedVideos<D> {
  static final int MOST = 2;
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Schedule timer;
  private final Consumer<D> closer;
  private final Map<String, D> waiting = new LinkedHashMap<>();

  /**
   * @param closer of a decoder that nobody takes
   */
  OpenedVideos(Schedule timer, Consumer<D> closer) {
    this.timer = timer;
    this.closer = closer;
  }

  /** Keeps a decoder for a job; where there are too many, the one that waits the longest ends. */
  synchronized void keep(String jobId, D decoder) {
    waiting.put(jobId, decoder);
    timer.after("waiting decoder", PATIENCE, () -> end(jobId));
    if (waiting.size() > MOST) {
      Iterator<D> oldest = waiting.values().iterator();
      closer.accept(oldest.next());
      oldest.remove();
    }
  }

  /** The job's decoder, which is the caller's to close; empty where none waits any more. */
  synchronized Optional<D> take(String jobId) {
    return Optional.ofNullable(waiting.remove(jobId));
  }

  /** Ends the job's decoder where it still waits. */
  void end(String jobId) {
    take(jobId).ifPresent(closer);
  }

  synchronized int size() {
    return waiting.size();
  }

  synchronized void close() {
    waiting.values().forEach(closer);
    waiting.clear();
  }
}
