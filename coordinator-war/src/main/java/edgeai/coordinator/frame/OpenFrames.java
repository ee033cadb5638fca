package edgeai.coordinator.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The frames on their way, from when they are queued until what became of them is stored: dispatch
 * puts them in, result takes them out.
 */
@ApplicationScoped
public class OpenFrames {
  private final Map<Long, Frame> byId = new ConcurrentHashMap<>();
  private final LongAdder added = new LongAdder();

  public void add(Frame frame) {
    if (byId.put(frame.id(), frame) == null) {
      added.increment();
    }
  }

  /** How many frames came since the server's start. */
  public long added() {
    return added.sum();
  }

  /** The frame of this id, while it is not settled or not yet stored. */
  public Optional<Frame> find(long frameId) {
    return Optional.ofNullable(byId.get(frameId));
  }

  /** Frames of a job that are not settled, by id. */
  public List<Frame> ofJob(String jobId) {
    return byId.values().stream()
        .filter(frame -> frame.jobId().equals(jobId) && !frame.isSettled())
        .sorted(Comparator.comparingLong(Frame::id))
        .toList();
  }

  /** Forgets a frame whose result is stored. */
  public void forget(long frameId) {
    byId.remove(frameId);
  }
}
