package edgeai.coordinator.dispatch;

import edgeai.coordinator.frame.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The frames that wait for a worker, a short queue per job, served in turn. Retries go to the front
 * and need no room, since they had theirs. Not thread-safe; {@link Dispatcher} holds the lock.
 */
final class FrameQueue {
  static final int FRAMES_PER_JOB = 32;
  private static final long BYTES_PER_JOB = 32L << 20;

  private static final class Lane {
    private final Deque<Frame> frames = new ArrayDeque<>();
    private long bytes;
  }

  private final Map<String, Lane> lanes = new LinkedHashMap<>();

  /** Whether the job may add a frame now: it always may when it has none waiting. */
  boolean hasRoom(String jobId) {
    Lane lane = lanes.get(jobId);
    return lane == null || (lane.frames.size() < FRAMES_PER_JOB && lane.bytes < BYTES_PER_JOB);
  }

  void addLast(Frame frame) {
    Lane lane = lanes.computeIfAbsent(frame.jobId(), id -> new Lane());
    lane.frames.addLast(frame);
    lane.bytes += frame.picture().jpeg().length;
  }

  void addFirst(Frame frame) {
    Lane lane = lanes.computeIfAbsent(frame.jobId(), id -> new Lane());
    lane.frames.addFirst(frame);
    lane.bytes += frame.picture().jpeg().length;
  }

  /** Takes the first frame that {@code suits}, job by job in turn. */
  Optional<Frame> take(Predicate<Frame> suits) {
    for (String jobId : List.copyOf(lanes.keySet())) {
      Lane lane = lanes.get(jobId);
      for (Iterator<Frame> waiting = lane.frames.iterator(); waiting.hasNext(); ) {
        Frame frame = waiting.next();
        if (suits.test(frame)) {
          waiting.remove();
          lane.bytes -= frame.picture().jpeg().length;
          lanes.remove(jobId);
          if (!lane.frames.isEmpty()) {
            lanes.put(jobId, lane);
          }
          return Optional.of(frame);
        }
      }
    }
    return Optional.empty();
  }

  /** Takes out all frames of a job. */
  List<Frame> removeAll(String jobId) {
    Lane lane = lanes.remove(jobId);
    return lane == null ? List.of() : new ArrayList<>(lane.frames);
  }

  /** Since the decoder gave the oldest of them, 0 where none waits. */
  long oldestNanos() {
    return lanes.values().stream()
        .flatMap(lane -> lane.frames.stream())
        .mapToLong(Frame::ageNanos)
        .max()
        .orElse(0);
  }

  int size() {
    return lanes.values().stream().mapToInt(lane -> lane.frames.size()).sum();
  }
}
